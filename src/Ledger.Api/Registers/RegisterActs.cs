using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Registers;

namespace Ledger.Api.Registers;

/// <summary>Every act on the register, whoever asks: a page, the API or an import. Each refuses as its command does, or with <c>programme-missing</c>.</summary>
public sealed class RegisterActs(LedgerWriter writer, LedgerReader reader, Programmes programmes, Today today)
{
    /// <summary>An act on one institution, whichever it is.</summary>
    public async Task<WriteResult> ActAsync(string code, InstitutionCommand command, WriteContext context, CancellationToken cancellation)
    {
        var others = await OthersAsync([command], cancellation);
        return await writer.WriteAsync(
            programmes, Institution.Stream(code),
            (state, programme) => command.Decide(state, new(programme.Document, context.Actor, today.Date, others)), context, cancellation);
    }

    /// <summary>A whole list in one transaction, whole or nothing: each line is decided on what those before it did.</summary>
    /// <returns>A decision for each line; <c>acts-refused</c> where one of them was refused.</returns>
    public async Task<TogetherResult<InstitutionEvent>> WriteAllAsync(
        IReadOnlyList<RegisterLine> lines, WriteContext context, CancellationToken cancellation) =>
        await writer.WriteAllAsync(await StepsAsync(lines, context.Actor, cancellation), ProgrammeHistory.Stream.Id, context, cancellation);

    /// <summary>The lines as acts that the writer decides together.</summary>
    /// <remarks>An institution that one is merged into has to be in the register before the list.</remarks>
    public async Task<IReadOnlyList<Step<Institution, InstitutionEvent>>> StepsAsync(
        IReadOnlyList<RegisterLine> lines, Actor actor, CancellationToken cancellation)
    {
        var others = await OthersAsync(lines.Select(line => line.Command), cancellation);
        return
        [
            .. lines.Select(line => programmes.Step(
                Institution.Stream(line.Code),
                (state, programme) => line.Command.Decide(state, new(programme.Document, actor, today.Date, others)), cancellation)),
        ];
    }

    /// <summary>Institutions as they are now; one that was never entered is there too.</summary>
    internal async Task<IReadOnlyDictionary<string, Institution>> NowAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation)
    {
        if (codes.Count == 0)
            return new Dictionary<string, Institution>();
        var histories = await reader.HistoriesAsync<InstitutionEvent>(codes.Select(Institution.StreamId), position: null, cancellation);
        return codes.ToDictionary(code => code, code => Institution.Stream(code).Fold(histories[Institution.StreamId(code)]));
    }

    /// <summary>The institutions that acts look at beside their own.</summary>
    private Task<IReadOnlyDictionary<string, Institution>> OthersAsync(IEnumerable<InstitutionCommand> commands, CancellationToken cancellation) =>
        NowAsync([.. commands.Select(command => command.Other).OfType<string>().Distinct(StringComparer.Ordinal)], cancellation);
}

/// <summary>One line of a list: an act on the institution of a code.</summary>
public sealed record RegisterLine(string Code, InstitutionCommand Command);
