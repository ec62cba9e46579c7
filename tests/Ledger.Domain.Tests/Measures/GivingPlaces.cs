using CsCheck;
using Ledger.Domain.Measures;

namespace Ledger.Domain.Tests.Measures;

/// <summary>Competition ranking on printed values, the highest first.</summary>
public class GivingPlaces
{
    [Fact]
    public void Equals_share_the_better_place_and_the_next_is_skipped() =>
        Places(9, 7, 7, 3, 3).ShouldBe([new(1, false), new(2, true), new(2, true), new(4, true), new(4, true)]);

    [Fact]
    public void Numbers_printed_with_other_places_are_equal_all_the_same() => Places(12.5m, 12.50m).ShouldBe([new(1, true), new(1, true)]);

    [Fact]
    public void Nobody_is_ranked_where_there_is_nobody() => Places().ShouldBeEmpty();

    [Fact]
    public void A_place_is_one_more_than_those_above_and_tied_where_another_has_the_same() =>
        Gen.Int[-5, 5].Array[0, 12].Sample(values =>
        {
            var places = Places([.. values.Select(value => (decimal)value)]);
            foreach (var (index, value) in values.Index())
            {
                places[index].Rank.ShouldBe(1 + values.Count(other => other > value));
                places[index].IsTied.ShouldBe(values.Count(other => other == value) > 1);
            }
        });

    private static Place[] Places(params decimal[] printed)
    {
        var places = Ranking.Of(printed.Select((value, index) => KeyValuePair.Create($"{index}", value)));
        return [.. printed.Select((_, index) => places[$"{index}"])];
    }
}
