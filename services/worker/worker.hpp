#pragma once

#include "indexer/search/posting_words.hpp"
#include "matcher/ranking/alert_rules.hpp"
#include "services/mail/delivery.hpp"
#include "services/matching/matching.hpp"
#include "services/packages/document_tools.hpp"
#include "sql/store/alert_store.hpp"
#include "sql/store/digest_mail_store.hpp"
#include "sql/store/job_store.hpp"
#include "sql/store/mail_store.hpp"
#include "sql/store/package_work_store.hpp"
#include "sql/store/posting_store.hpp"
#include "sql/store/program_store.hpp"
#include "sql/store/retention_store.hpp"
#include "sql/store/round_store.hpp"
#include "sql/store/trust_store.hpp"

#include <chrono>
#include <functional>
#include <string>

/// Work in the background: jobs of the table `job`, each kind with its file of handlers here. A
/// job goes on in steps; each writes its results and how far the job has come in one transaction,
/// so that a worker may end at any moment, and the next one takes up where it was.
namespace worker {

/// Mail that waits, and how it leaves.
struct Outbox {
    store::MailStore& mails;
    mail::Delivery deliver;
    std::function<store::Instant()> now;
};

/// What digests by mail are made from.
struct Digests {
    store::DigestMailStore& mails;
    store::RoundStore& rounds;
    std::string public_url;      ///< Of the API, for links in mail; no slash after it.
    std::string from_name;       ///< In whose name they are sent,
    std::string postal_address;  ///< and where that is; empty: nobody is sent any.
};

/// What application packages are built from, beside what all handlers have.
struct PackageBuilds {
    store::PackageWorkStore& packages;
    store::TrustStore& trust;
    std::function<domain::Date()> day;  ///< For which they are built.
    packages::DocumentTools tools;
};

/// What the handlers work with; put together in main.cpp, and outlives every job.
struct Workshop {
    const rules::RuleBook& rule_book;
    const matching::FactsKeeper& facts;
    const ranking::AlertRules& alert_rules;
    store::JobStore& jobs;
    store::AlertStore& alerts;
    store::PostingStore& postings;
    store::RetentionStore& retention;
    store::ProgramStore& programs;
    search::IndexLocation index;
    search::PostingWords words{index};
    const Outbox* outbox = nullptr;           ///< Null where no job of mail is run.
    const Digests* digests = nullptr;         ///< Null where no job of digests is run.
    const PackageBuilds* packages = nullptr;  ///< Null where no package is built.
};

/// What whoever runs a job may say to it, and hear from it.
struct Control {
    std::function<bool()> stop;  ///< Asked after each step.
    std::function<void(const std::string& progress)> tell = [](const std::string&) {};
};

enum class Ended {
    done,     ///< The job is finished.
    stopped,  ///< It waits for whoever goes on with it.
    failed,   ///< The world failed: it waits for another attempt, or is given up.
    lost,     ///< Another worker has taken it over.
};

struct Patience {
    std::chrono::milliseconds lease{15'000};  ///< A worker silent for longer is taken for dead.
    std::chrono::milliseconds pause_first{5'000};    ///< After a failed attempt; doubles with each,
    std::chrono::milliseconds pause_max{3'600'000};  ///< up to here.
    int attempts_max = 8;  ///< Without any progress between them; then the job is given up.
};

/// Kinds of jobs that this program knows.
std::vector<std::string> kinds();

/// Runs a job that has been taken, and writes to the table of jobs how it ended and why it failed.
/// A thread of its own moves the lease on meanwhile; so the database needs two connections. Throws
/// where the database cannot be reached: then the lease runs out, and another attempt follows.
Ended run(
    const Workshop& workshop,
    const store::Job& job,
    const Patience& patience,
    const Control& control
);

/// How long to wait after so many attempts in vain.
std::chrono::milliseconds pause_after(int attempts, const Patience& patience);

}  // namespace worker
