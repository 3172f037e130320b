#include "core/procedure/StepKind.h"

#include <algorithm>

namespace masclet
{

void StepKinds::add(std::unique_ptr<const StepKind> kind)
{
    m_kinds.push_back(std::move(kind));
}

const StepKind *StepKinds::find(const QString &name) const
{
    return share(name).get();
}

std::shared_ptr<const StepKind> StepKinds::share(const QString &name) const
{
    const auto found =
        std::find_if(m_kinds.begin(), m_kinds.end(), [&](const auto &kind) { return kind->name() == name; });
    return found == m_kinds.end() ? nullptr : *found;
}

} // namespace masclet
