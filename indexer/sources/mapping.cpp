#include "indexer/sources/mapping.hpp"

#include "indexer/sources/json_value.hpp"

#include <algorithm>
#include <set>

namespace sources {

namespace {

/// Of each group one field has to be filled.
struct Required {
    std::string_view what;
    std::vector<Field> any_of;
};

std::vector<Required> required_by(const RecordKind kind) {
    std::vector<Required> required{{"title", {Field::title}}};
    if (kind == RecordKind::postings) {
        required.insert(
            required.end(),
            {{"employer", {Field::employer}},
             {"place", {Field::location, Field::location_hint, Field::city, Field::province}},
             {"date_posted", {Field::date_posted}},
             {"url or source_id", {Field::url, Field::source_id}}}
        );
    }
    return required;
}

bool fills(const Rule& rule, const Required& required) {
    return std::ranges::find(required.any_of, rule.field) != required.any_of.end();
}

/// The columns a rule needs, and how many of them it can do without.
struct Needs {
    std::vector<std::string> columns;
    bool any_will_do = false;
};

Needs needs_of(const Rule& rule) {
    if (const auto* columns = std::get_if<Columns>(&rule.from)) {
        return {.columns = columns->names, .any_will_do = true};
    }
    Needs needs;
    if (const auto* text = std::get_if<Template>(&rule.from)) {
        for (const auto& part : text->parts) {
            if (!part.column.empty()) {
                needs.columns.push_back(part.column);
            }
        }
    }
    return needs;
}

bool works_with(const Rule& rule, const std::vector<std::string>& columns) {
    const auto there = [&columns](const std::string& column) {
        return std::ranges::find(columns, column) != columns.end();
    };
    const auto needs = needs_of(rule);
    return needs.any_will_do ? std::ranges::any_of(needs.columns, there)
                             : std::ranges::all_of(needs.columns, there);
}

/// Whether `pattern`, in which each `*` stands for any text, describes all of `text`.
bool matches(const std::string_view pattern, const std::string_view text) {
    const auto star = pattern.find('*');
    if (star == std::string_view::npos) {
        return pattern == text;
    }
    if (!text.starts_with(pattern.substr(0, star))) {
        return false;
    }
    auto rest = text.substr(star);
    const auto after = pattern.substr(star + 1);
    if (after.find('*') == std::string_view::npos) {
        return rest.ends_with(after);
    }
    for (; !rest.empty(); rest.remove_prefix(1)) {
        if (matches(after, rest)) {
            return true;
        }
    }
    return matches(after, rest);
}

/// Reads values out of one record.
class RecordReader {
public:
    RecordReader(const Mapping& mapping, const boost::json::object& record)
        : mapping_{mapping}, record_{record} {}

    std::vector<std::string> operator()(const Columns& columns) const {
        for (const auto& name : columns.names) {
            if (auto values = column(name); !values.empty()) {
                return values;
            }
        }
        return {};
    }

    std::vector<std::string> operator()(const Template& text) const {
        std::string filled;
        for (const auto& part : text.parts) {
            filled += part.text;
            if (part.column.empty()) {
                continue;
            }
            const auto values = column(part.column);
            if (values.empty()) {
                return {};
            }
            filled += values.front();
        }
        return {filled};
    }

    std::vector<std::string> operator()(const Path& path) const {
        std::vector<std::string> values;
        follow(record_, path.keys, 0, values);
        return values;
    }

    std::vector<std::string> operator()(const Constant& constant) const { return {constant.text}; }

private:
    std::vector<std::string> column(const std::string_view name) const {
        std::vector<std::string> values;
        if (const auto* value = record_.if_contains(name)) {
            take(*value, values);
        }
        return values;
    }

    void follow(
        const boost::json::object& object,
        const std::vector<std::string>& keys,
        const std::size_t depth,
        std::vector<std::string>& values
    ) const {
        for (const auto& [key, value] : object) {
            if (!matches(keys[depth], key)) {
                continue;
            }
            if (depth + 1 == keys.size()) {
                take(value, values);
            } else if (const auto* inner = value.if_object()) {
                follow(*inner, keys, depth + 1, values);
            } else if (const auto* array = value.if_array()) {
                for (const auto& element : *array) {
                    if (const auto* each = element.if_object()) {
                        follow(*each, keys, depth + 1, values);
                    }
                }
            }
        }
    }

    void take(const boost::json::value& value, std::vector<std::string>& values) const {
        if (const auto* array = value.if_array()) {
            for (const auto& element : *array) {
                if (!element.is_structured()) {
                    take(element, values);
                }
            }
            return;
        }
        const std::string text = scalar_text(value);
        const auto kept = trimmed(text);
        if (!kept.empty() &&
            std::ranges::find(mapping_.null_values, kept) == mapping_.null_values.end()) {
            values.emplace_back(kept);
        }
    }

    const Mapping& mapping_;
    const boost::json::object& record_;
};

void add(RawPosting& posting, const Rule& rule, const std::string_view value) {
    const auto contained = [value](const std::string& text) {
        return value.find(text) != std::string_view::npos;
    };
    if (!rule.containing.empty() && std::ranges::none_of(rule.containing, contained)) {
        return;
    }
    const auto at = rule.after.empty() ? std::string_view::npos : value.find(rule.after);
    const auto kept = at == std::string_view::npos ? value : value.substr(at + rule.after.size());
    const auto renamed = rule.renamed.find(kept);
    posting.add(rule.field, renamed == rule.renamed.end() ? kept : renamed->second);
}

}  // namespace

RawPosting posting_from(const Mapping& mapping, const boost::json::object& record) {
    const RecordReader reader{mapping, record};
    RawPosting posting;
    for (const auto& rule : mapping.rules) {
        for (const auto& value : std::visit(reader, rule.from)) {
            if (rule.split.empty()) {
                add(posting, rule, value);
                continue;
            }
            for (const auto& piece : pieces_of(value, rule.split)) {
                add(posting, rule, piece);
            }
        }
    }
    if (posting.get(Field::source_id).empty()) {
        posting.add(Field::source_id, posting.get(Field::url));
    }
    return posting;
}

domain::Result<void> complete(const Mapping& mapping) {
    for (const auto& required : required_by(mapping.records)) {
        const auto filled = [&required](const Rule& rule) { return fills(rule, required); };
        if (std::ranges::none_of(mapping.rules, filled)) {
            return domain::invalid("fields", "nothing fills " + std::string{required.what});
        }
    }
    return {};
}

domain::Result<std::vector<std::string>> missing_columns(
    const Mapping& mapping, const std::vector<std::string>& columns
) {
    for (const auto& required : required_by(mapping.records)) {
        const auto filled = [&](const Rule& rule) {
            return fills(rule, required) && works_with(rule, columns);
        };
        if (std::ranges::none_of(mapping.rules, filled)) {
            return domain::invalid(
                "fields." + std::string{to_string(required.any_of.front())},
                "the file has none of the columns that mapping `" + mapping.name + "` takes " +
                    std::string{required.what} + " from"
            );
        }
    }
    std::set<std::string> missing;
    const auto identified = [&](const Rule& rule) {
        return rule.field == Field::source_id && works_with(rule, columns);
    };
    const bool has_identifier = std::ranges::any_of(mapping.rules, identified);
    for (const auto& rule : mapping.rules) {
        // The first identifier counts, and the others stand in for it.
        if (works_with(rule, columns) || (has_identifier && rule.field == Field::source_id)) {
            continue;
        }
        for (const auto& column : needs_of(rule).columns) {
            if (std::ranges::find(columns, column) == columns.end()) {
                missing.insert(column);
            }
        }
    }
    return std::vector<std::string>{missing.begin(), missing.end()};
}

}  // namespace sources
