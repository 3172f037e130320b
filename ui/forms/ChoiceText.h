#pragma once

#include "core/profile/OptionTable.h"

namespace masclet
{

/// What a person reads for a word of an option: days and rhythms in the language, PostgreSQL's own terms as
/// they stand. The profile's file and the command line keep the word.
QString choiceText(const Option &option, const QString &choice);

} // namespace masclet
