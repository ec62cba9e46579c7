using Ledger.Api.Store;
using Ledger.Domain.Programme;

namespace Ledger.Api.Programme;

/// <summary>The stored names of <see cref="ProgrammeEvent"/>.</summary>
public static class ProgrammeEventNames
{
    public static EventNames AddProgramme(this EventNames names) => names
        .Add<ProgrammeAdopted>("programme_adopted")
        .Add<ProgrammeAmended>("programme_amended");
}
