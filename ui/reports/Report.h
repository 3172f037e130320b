#pragma once

#include "ui/support/Theme.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace masclet
{

/// A document for somebody who was not there: what is printed, and the same for programs. Plain data; every
/// text is plain text, for it may come from servers and files.
struct Report {
    struct Fact {
        QString label;
        QString value;
    };
    struct Table {
        struct Column {
            QString title;
            int share = 1; ///< of the width
            enum class Align { Left, Right } align = Align::Left;
            enum class Type { Text, Fixed } type = Type::Text; ///< Fixed: checksums
        };
        QList<Column> columns;
        QList<QStringList> rows;
    };
    struct Verdict {
        QString word;
        Tone tone = Tone::Neutral;
    };
    struct Section {
        QString title;
        std::optional<Verdict> verdict = {};
        QStringList paragraphs = {};
        QList<Fact> facts = {};
        QString commands = {}; ///< lines, or what programs said
        std::optional<Table> table = {};
        QStringList remarks = {}; ///< a list
    };

    QString title;
    QString about; ///< below the title: which database, which day
    std::optional<Verdict> verdict;
    QList<Fact> facts;
    QList<Section> sections;
    QString signature; ///< what stands on the line for a signature; empty: there is none
    QString origin;    ///< at the foot of each page: who made it, when, with what
    QString fileName;  ///< proposed, without suffix
    QJsonObject document;
};

} // namespace masclet
