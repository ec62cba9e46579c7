using NodaTime;

namespace Ledger.Api.Registers;

/// <summary>Which institutions are wanted.</summary>
/// <param name="Kind">Those that hold a recognition of this kind.</param>
/// <param name="Level">And of this level.</param>
/// <param name="Zone">Those that lie in it.</param>
/// <param name="On">On this day; null: on the day of the moment asked about.</param>
/// <param name="Text">A part of the name, or the beginning of the code.</param>
/// <param name="Past">Also those that are there no more, or whose recognition holds no more.</param>
/// <param name="After">Only codes after this one.</param>
/// <param name="Limit">The most on a page; null: all of them.</param>
public sealed record RegisterQuestion(
    string? Kind = null, string? Level = null, string? Zone = null, LocalDate? On = null, string? Text = null, bool Past = false,
    string? After = null, int? Limit = null)
{
    public const int UsualPage = 100;
    public const int LargestPage = 1_000;
}
