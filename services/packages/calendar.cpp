#include "services/packages/checklist.hpp"
#include "sql/store/sha256.hpp"

#include <algorithm>

namespace packages {
namespace {

using domain::Date;

/// Octets of a line, without its end; a longer one goes on in the next, behind a space.
constexpr std::size_t line_max = 75;

std::string escaped(const std::string_view text) {
    std::string result;
    for (const char one : text) {
        if (one == '\n') {
            result += "\\n";
            continue;
        }
        if (one == '\\' || one == ';' || one == ',') {
            result += '\\';
        }
        result += one;
    }
    return result;
}

bool continues_a_letter(const char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

void add_line(std::string& file, std::string_view line) {
    std::size_t room = line_max;
    while (line.size() > room) {
        std::size_t cut = room;
        while (continues_a_letter(line[cut])) {
            --cut;
        }
        file.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = line_max - 1;
    }
    file.append(line).append("\r\n");
}

/// `20261129`
std::string basic(const Date day) {
    std::string text = domain::to_string(day);
    std::erase(text, '-');
    return text;
}

void add_event(
    std::string& file, const ChecklistItem& item, const std::string& about, const Date made_on
) {
    const std::string day = basic(*item.day);
    const std::string id = store::sha256(day + item.text + about).substr(0, 32);
    add_line(file, "BEGIN:VEVENT");
    add_line(file, "UID:" + id + "@jobscout.example");
    add_line(file, "DTSTAMP:" + basic(made_on) + "T000000Z");
    add_line(file, "DTSTART;VALUE=DATE:" + day);
    add_line(file, "DTEND;VALUE=DATE:" + basic(*item.day + std::chrono::days{1}));
    add_line(file, "SUMMARY:" + escaped(item.text));
    add_line(file, "DESCRIPTION:" + escaped(about));
    add_line(file, "TRANSP:TRANSPARENT");
    add_line(file, "BEGIN:VALARM");
    add_line(file, "ACTION:DISPLAY");
    add_line(file, "DESCRIPTION:" + escaped(item.text));
    add_line(file, "TRIGGER:-P7D");
    add_line(file, "END:VALARM");
    add_line(file, "END:VEVENT");
}

}  // namespace

std::string calendar(
    const std::vector<ChecklistItem>& items,
    const Facts& facts,
    const domain::OfficialLanguage language
) {
    std::string file;
    add_line(file, "BEGIN:VCALENDAR");
    add_line(file, "VERSION:2.0");
    add_line(file, "PRODID:-//Job Scout//Application package//EN");
    bool any = false;
    for (const ChecklistItem& item : items) {
        if (item.day && *item.day >= facts.as_of()) {
            add_event(file, item, wire::text(language, "notice"), facts.as_of());
            any = true;
        }
    }
    add_line(file, "END:VCALENDAR");
    return any ? file : std::string{};
}

}  // namespace packages
