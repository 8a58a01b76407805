#include "services/packages/history.hpp"

#include "indexer/normalise/fold.hpp"
#include "services/packages/tailoring.hpp"

#include <algorithm>
#include <tuple>

namespace packages {
namespace {

SaidDate date_of(const Facts& facts, const std::string& id) {
    return said_date(facts.words(id)).value_or(SaidDate{});
}

/// The ids whose texts are not blank and do not say what one before says.
std::vector<std::string> different(const Facts& facts, const std::vector<std::string>& ids) {
    constexpr int much_the_same = 600;
    std::vector<std::string> result;
    for (const std::string& id : ids) {
        const std::string text = facts.words(id);
        const bool told = std::ranges::any_of(result, [&](const std::string& before) {
            return normalise::fold(facts.words(before)) == normalise::fold(text) ||
                   alike(facts.words(before), text) >= much_the_same;
        });
        if (!text.empty() && !told) {
            result.push_back(id);
        }
    }
    return result;
}

WorkItem of_resume(const Facts& facts, const std::string& id) {
    WorkItem item;
    item.fact = id;
    item.title = first_said(facts, {id + "/position"});
    item.organization = first_said(facts, {id + "/name", id + "/company"});
    item.place = first_said(facts, {id + "/location"});
    item.start = first_said(facts, {id + "/startDate"});
    item.end = first_said(facts, {id + "/endDate"});
    item.texts = elements(facts, id + "/highlights");
    if (item.texts.empty()) {
        item.texts = {id + "/summary"};
    }
    return item;
}

WorkItem of_document(const Facts& facts, const std::size_t index) {
    const std::string id = "candidate:/jobs/" + std::to_string(index);
    WorkItem item;
    item.fact = id;
    item.title = id + "/title";
    item.country = id + "/country";
    item.start = id + "/start";
    item.end = first_said(facts, {id + "/end"});
    item.texts = elements(facts, id + "/duties");
    item.job = index;
    return item;
}

void add_what_is_missing(WorkItem& item, const WorkItem& other) {
    if (item.title.empty()) {
        item.title = other.title;
    }
    item.country = other.country;
    item.job = other.job;
    item.texts.insert(item.texts.end(), other.texts.begin(), other.texts.end());
}

void take_up(const Facts& facts, std::vector<WorkItem>& items, const WorkItem& job) {
    const SaidDate began = date_of(facts, job.start);
    for (WorkItem& item : items) {
        const SaidDate start = date_of(facts, item.start);
        const bool same_month = start.month != 0 && start == began;
        const bool same_year =
            start.month == 0 && start.year == began.year &&
            normalise::fold(facts.words(item.title)) == normalise::fold(facts.words(job.title));
        if (!item.job && (same_month || same_year)) {
            add_what_is_missing(item, job);
            return;
        }
    }
    items.push_back(job);
}

/// Whatever goes on stands before what has ended, the later end first.
auto rank(const WorkItem& item) {
    constexpr SaidDate still{.year = 9'999, .month = 12};
    return std::tuple{item.to.value_or(still), item.from};
}

}  // namespace

std::string first_said(const Facts& facts, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
        if (!is_blank(facts.words(id))) {
            return id;
        }
    }
    return {};
}

std::vector<std::string> elements(const Facts& facts, const std::string& id) {
    const boost::json::value* const found = facts.find(id);
    const boost::json::array* const list = found == nullptr ? nullptr : found->if_array();
    std::vector<std::string> ids;
    for (std::size_t index = 0; list != nullptr && index < list->size(); ++index) {
        ids.push_back(id + "/" + std::to_string(index));
    }
    return ids;
}

std::vector<WorkItem> work_history(const Facts& facts) {
    std::vector<WorkItem> items;
    for (const std::string& id : elements(facts, "candidate:/resume/work")) {
        items.push_back(of_resume(facts, id));
    }
    for (std::size_t index = 0; index < facts.read().jobs.size(); ++index) {
        take_up(facts, items, of_document(facts, index));
    }
    std::erase_if(items, [](const WorkItem& item) { return item.title.empty(); });
    for (WorkItem& item : items) {
        item.from = date_of(facts, item.start);
        if (!item.end.empty()) {
            item.to = date_of(facts, item.end);
        }
        item.texts = different(facts, item.texts);
    }
    std::ranges::stable_sort(items, [](const WorkItem& one, const WorkItem& other) {
        return rank(one) > rank(other);
    });
    return items;
}

}  // namespace packages
