using Ledger.Domain.Assessment.Scoring;

namespace Ledger.Domain.Assessment.Robustness;

/// <summary>Agreement between members, over the zones and criteria that every one of them voted on.</summary>
public static class AgreementOf
{
    /// <returns>Null with fewer than two members or fewer than two zones that all of them judged.</returns>
    public static Agreement? Ballots(Basis basis)
    {
        var recused = basis.Recusals.Select(recusal => (recusal.Member, recusal.Zone)).ToHashSet();
        var ballots = basis.Ballots.Where(ballot => !recused.Contains((ballot.Member, ballot.Zone))).ToList();
        string[] members = [.. ballots.Select(ballot => ballot.Member).Distinct().Order(StringComparer.Ordinal)];
        string[] criteria = [.. ballots.Select(ballot => ballot.Criterion).Distinct().Order(StringComparer.Ordinal)];
        var levels = ballots.ToDictionary(ballot => (ballot.Member, ballot.Zone, ballot.Criterion), ballot => (Rational)ballot.Level);
        string[] zones =
        [
            .. basis.Zones.Select(zone => zone.Zone)
                .Where(zone => members.All(member => criteria.All(criterion => levels.ContainsKey((member, zone, criterion))))),
        ];
        if (members.Length < 2 || zones.Length < 2)
            return null;

        var sums = members.Select(member => zones
            .Select(zone => criteria.Aggregate(Rational.Zero, (sum, criterion) => sum + levels[(member, zone, criterion)]))
            .ToArray()).ToArray();
        Rational[][] rows =
        [
            .. from zone in zones
               from criterion in criteria
               select members.Select(member => levels[(member, zone, criterion)]).ToArray(),
        ];
        return new Agreement(members.Length, zones.Length, KendallW(sums), Icc(rows));
    }

    /// <summary>W = 12·S ÷ (m²·(n³ − n) − m·ΣT) with midranks, T = Σ(t³ − t) over each member's ties (Kendall 1948).</summary>
    /// <param name="scores">A row for each of m members, of n zones each.</param>
    public static Rational? KendallW(Rational[][] scores)
    {
        var (m, n) = (scores.Length, scores[0].Length);
        var totals = new Rational[n];
        Rational ties = 0;
        foreach (var row in scores)
        {
            foreach (var group in row.GroupBy(score => score))
            {
                Rational t = group.Count();
                ties += (t * t * t) - t;
                var better = row.Count(score => score > group.Key);
                var midrank = (2 * better + 1 + t) / 2;
                for (var zone = 0; zone < n; zone++)
                {
                    if (row[zone] == group.Key)
                        totals[zone] += midrank;
                }
            }
        }

        Rational mean = (Rational)m * (n + 1) / 2;
        var s = totals.Aggregate(Rational.Zero, (sum, total) => sum + ((total - mean) * (total - mean)));
        var most = ((Rational)m * m * ((n * n * n) - n)) - (m * ties);
        return most.IsZero ? null : 12 * s / most;
    }

    /// <summary>ICC(2,1) = (MSR − MSE) ÷ (MSR + (k−1)·MSE + k·(MSC − MSE) ÷ n) (Shrout and Fleiss 1979).</summary>
    /// <param name="rows">A row for each of n things judged, with the levels of k members.</param>
    public static Rational? Icc(Rational[][] rows)
    {
        var (n, k) = (rows.Length, rows[0].Length);
        var rowMeans = rows.Select(row => Mean(row)).ToArray();
        var columnMeans = Enumerable.Range(0, k).Select(column => Mean([.. rows.Select(row => row[column])])).ToArray();
        var mean = Mean(rowMeans);
        var between = k * rowMeans.Aggregate(Rational.Zero, (sum, each) => sum + Square(each - mean));
        var members = n * columnMeans.Aggregate(Rational.Zero, (sum, each) => sum + Square(each - mean));
        var all = rows.SelectMany(row => row).Aggregate(Rational.Zero, (sum, each) => sum + Square(each - mean));
        var msr = between / (n - 1);
        var msc = members / (k - 1);
        var mse = (all - between - members) / ((n - 1) * (k - 1));
        var whole = msr + ((k - 1) * mse) + (k * (msc - mse) / n);
        return whole.IsZero ? null : (msr - mse) / whole;
    }

    private static Rational Mean(Rational[] values) => values.Aggregate(Rational.Zero, (sum, each) => sum + each) / values.Length;

    private static Rational Square(Rational value) => value * value;
}
