using System.Text.Json.Serialization;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Registers;

/// <summary>An act on one institution of the register.</summary>
/// <remarks>
/// Every one refuses with <c>not-allowed</c>, <c>institution-unknown</c>, a date rule, or <c>request-at-fault</c>: a text that is missing
/// or too long, <c>personal-data</c>, <c>effective-date-impossible</c>. What is so already is accepted and recorded once.
/// </remarks>
/// <param name="On">The date of the paper that records the act; null: today.</param>
public abstract record InstitutionCommand(LocalDate? On)
{
    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 500;

    /// <summary>The code of another institution that the decision looks at; null: none.</summary>
    [JsonIgnore]
    public virtual string? Other => null;

    public Decision<InstitutionEvent> Decide(Institution state, InstitutionContext context)
    {
        if (Permissions.Check(context.Actor, Act.KeepRegisters) is { } refusal)
            return refusal;
        if (!state.IsEntered && Unentered(state) is { } unknown)
            return unknown;
        var (on, misdated) = DocumentDate.Of(On, state.LastActOn, context.Today);
        if (!state.Names.IsEmpty && IsSo(state, on))
            return Decision<InstitutionEvent>.Accept();
        if (Against(state, context) is { } against)
            return against;
        if (RequestFaults.Any([.. Faults(state, context, on)]) is { } faults)
            return faults;
        return misdated is not null ? misdated : Event(state, context, on);
    }

    /// <summary>The command that records an act that says this.</summary>
    /// <param name="said">All that an act of the kind cannot do without is there.</param>
    /// <param name="recognition">The number of the one that is renewed or ended.</param>
    public static InstitutionCommand Of(RegisterAct act, ActSaid said, int? recognition, LocalDate? on) => act switch
    {
        RegisterAct.Enter => new EnterInstitution(said.Name!, said.Zone, said.Document, said.From, on),
        RegisterAct.Rename => new RenameInstitution(said.Name!, said.Document, said.From, on),
        RegisterAct.Move => new MoveInstitution(said.Zone, said.Document, said.From, on),
        RegisterAct.Merge => new MergeInstitution(said.Into!, said.Document, said.From, on),
        RegisterAct.Close => new CloseInstitution(said.Document, said.From, on),
        RegisterAct.Grant => new GrantRecognition(said.Kind!, said.Level, said.From!.Value, said.Document, said.Certificate, said.Until, on),
        RegisterAct.Renew => new RenewRecognition(recognition!.Value, said.From!.Value, said.Document, said.Certificate, said.Until, on),
        RegisterAct.End => new EndRecognition(recognition!.Value, said.Cause ?? RecognitionEnd.Withdrawn, said.Document, said.From, on),
        _ => throw new InvalidOperationException($"{act} is no act."),
    };

    /// <returns>Null where the act does not need the institution to be there.</returns>
    protected virtual Refusal? Unentered(Institution state) => Refusal.Of(RefusalKind.NotFound, "institution-unknown", state.Code);

    /// <summary>Whether the ledger says so already.</summary>
    /// <param name="on">The date of its paper.</param>
    protected abstract bool IsSo(Institution state, LocalDate on);

    /// <summary>What in the present state stands against it.</summary>
    protected abstract Refusal? Against(Institution state, InstitutionContext context);

    protected abstract IEnumerable<Fault?> Faults(Institution state, InstitutionContext context, LocalDate on);

    protected abstract InstitutionEvent Event(Institution state, InstitutionContext context, LocalDate on);

    /// <summary>A text that has to be there, without anybody's identity number in it.</summary>
    protected static IEnumerable<Fault?> Text(string pointer, string? text) =>
        [RequestFaults.Text(pointer, text, LongestText), PersonalData.In(pointer, text)];

    /// <summary>A text that may be there.</summary>
    protected static IEnumerable<Fault?> TextIfAny(string pointer, string? text) =>
        text is null ? [] : Text(pointer, text);

    /// <summary>Days of the register lie within a century and a half.</summary>
    protected static Fault? Day(string pointer, LocalDate? day) => day is { Year: < 1949 or > 2100 }
        ? Fault.At(pointer, "effective-date-impossible", day.Value, new LocalDate(1949, 1, 1), new LocalDate(2100, 12, 31))
        : null;

    protected static Refusal? Ended(Institution state) => state.Ending is { } ending
        ? Refusal.Of(RefusalKind.Conflict, "institution-ended", state.Code, ending.From, ending.Into ?? "—")
        : null;
}

/// <summary>What a decision on an institution leans on.</summary>
/// <param name="Others">By their codes; one that is not there was never entered.</param>
public sealed record InstitutionContext(
    ProgrammeDocument Programme, Actor Actor, LocalDate Today, IReadOnlyDictionary<string, Institution> Others);
