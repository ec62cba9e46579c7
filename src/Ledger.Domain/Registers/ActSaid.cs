using NodaTime;

namespace Ledger.Domain.Registers;

/// <summary>What an act on an institution says, whichever act it is; what an act of its kind does not say is null.</summary>
/// <param name="From">Null only of an entry: since before anything that is registered of it.</param>
/// <param name="Until">The last day of a term.</param>
public sealed record ActSaid(
    string Document, string? Name = null, string? Zone = null, string? Into = null, string? Kind = null, string? Level = null,
    string? Certificate = null, LocalDate? From = null, LocalDate? Until = null, RecognitionEnd? Cause = null)
{
    /// <summary>What an act says; null of a correction, which says how another one is in truth.</summary>
    public static ActSaid? By(InstitutionEvent act) => act switch
    {
        InstitutionEntered e => new(e.Document, e.Name, e.Zone, From: e.From),
        InstitutionRenamed e => new(e.Document, e.Name, From: e.From),
        InstitutionMoved e => new(e.Document, Zone: e.Zone, From: e.From),
        InstitutionMerged e => new(e.Document, Into: e.Into, From: e.From),
        InstitutionClosed e => new(e.Document, From: e.From),
        RecognitionGranted e => new(e.Document, Kind: e.Kind, Level: e.Level, Certificate: e.Certificate, From: e.From, Until: e.Until),
        RecognitionRenewed e => new(e.Document, Certificate: e.Certificate, From: e.From, Until: e.Until),
        RecognitionEnded e => new(e.Document, From: e.From, Cause: e.Cause),
        _ => null,
    };

    /// <summary>The same act, saying this instead.</summary>
    /// <remarks>What it cannot do without stays as it was where this does not say it.</remarks>
    public InstitutionEvent In(InstitutionEvent act) => act switch
    {
        InstitutionEntered e => e with { Name = Name ?? e.Name, Zone = Zone, From = From, Document = Document },
        InstitutionRenamed e => e with { Name = Name ?? e.Name, From = From ?? e.From, Document = Document },
        InstitutionMoved e => e with { Zone = Zone, From = From ?? e.From, Document = Document },
        InstitutionMerged e => e with { Into = Into ?? e.Into, From = From ?? e.From, Document = Document },
        InstitutionClosed e => e with { From = From ?? e.From, Document = Document },
        RecognitionGranted e => e with
        {
            Kind = Kind ?? e.Kind, Level = Level, Certificate = Certificate, From = From ?? e.From, Until = Until, Document = Document,
        },
        RecognitionRenewed e => e with { Certificate = Certificate, From = From ?? e.From, Until = Until, Document = Document },
        RecognitionEnded e => e with { Cause = Cause ?? e.Cause, From = From ?? e.From, Document = Document },
        _ => throw new InvalidOperationException($"{act.GetType().Name} says nothing that could be otherwise in truth."),
    };

    /// <summary>Null of a correction.</summary>
    public static RegisterAct? KindOf(InstitutionEvent act) => act switch
    {
        InstitutionEntered => RegisterAct.Enter,
        InstitutionRenamed => RegisterAct.Rename,
        InstitutionMoved => RegisterAct.Move,
        InstitutionMerged => RegisterAct.Merge,
        InstitutionClosed => RegisterAct.Close,
        RecognitionGranted => RegisterAct.Grant,
        RecognitionRenewed => RegisterAct.Renew,
        RecognitionEnded => RegisterAct.End,
        _ => null,
    };

    /// <summary>Which of these an act says, by the names that programs know them by; all but <c>document</c>.</summary>
    public static IReadOnlyList<string> FieldsOf(RegisterAct act) => act switch
    {
        RegisterAct.Enter => ["name", "zone", "from"],
        RegisterAct.Rename => ["name", "from"],
        RegisterAct.Move => ["zone", "from"],
        RegisterAct.Merge => ["into", "from"],
        RegisterAct.Close => ["from"],
        RegisterAct.Grant => ["kind", "level", "certificate", "from", "until"],
        RegisterAct.Renew => ["certificate", "from", "until"],
        RegisterAct.End => ["cause", "from"],
        _ => throw new InvalidOperationException($"{act} is no act."),
    };

    /// <summary>What is said at all, by the same names.</summary>
    internal IEnumerable<string> Given() =>
        from field in new (string Name, object? Value)[]
        {
            ("name", Name), ("zone", Zone), ("into", Into), ("kind", Kind), ("level", Level), ("certificate", Certificate), ("from", From),
            ("until", Until), ("cause", Cause),
        }
        where field.Value is not null
        select field.Name;
}
