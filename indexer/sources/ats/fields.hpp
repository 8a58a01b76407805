#pragma once

#include "indexer/sources/raw_posting.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sources::ats {

/// Fields that take the text at one path of a record each.
using Paths = std::initializer_list<std::pair<Field, std::string_view>>;
void add_paths(RawPosting& raw, const boost::json::value& record, Paths paths);

/// A place in parts. The country stands in its text only where it is another than Canada.
struct StatedPlace {
    std::string city;
    std::string region;
    std::string postal_code;
    std::string country;
};
void add_place(RawPosting& raw, const StatedPlace& place);

/// Under what keys a value states the parts of its place; empty: it has no such part.
struct PlaceKeys {
    std::string_view city;
    std::string_view region;
    std::string_view postal_code;
    std::string_view country;
};
/// Takes the places in the list `locations` of a record, or where that is empty the record's own.
void add_places(
    RawPosting& raw,
    const boost::json::value& record,
    const PlaceKeys& of_each,
    const PlaceKeys& of_record
);

/// Takes a place as remote where its flag says `true`.
void add_remote_flag(RawPosting& raw, std::string_view flag);

/// Takes parts of a description, each under its heading, as one text.
struct Section {
    std::string heading;
    std::string html;
};
void add_description(RawPosting& raw, const std::vector<Section>& sections);

/// `https://acme.example` of an address of the site; empty where there is none.
std::string origin_of(std::string_view address);

/// `fulltime_permanent` as `fulltime permanent`.
std::string words_of(std::string code);

}  // namespace sources::ats
