using System.Security.Cryptography;
using Ledger.Domain.Transparency;

namespace Ledger.Domain.Tests.Transparency;

public class ProvingATree
{
    private const int Largest = 70;

    private static readonly byte[][] Leaves = [.. Enumerable.Range(0, Largest).Select(number => MerkleTree.LeafHash([(byte)number]))];

    private static readonly byte[][] Roots = [.. Enumerable.Range(0, Largest + 1).Select(size => MerkleTree.Root(Leaves.AsSpan(0, size)))];

    [Fact]
    public void Every_entry_of_every_tree_is_proved_and_no_other_in_its_place()
    {
        for (var size = 1; size <= Largest; size++)
        {
            for (var index = 0; index < size; index++)
            {
                var proof = InclusionProof.Make(index, size, HashOf);
                InclusionProof.Verify(index, size, Leaves[index], proof, Roots[size]).ShouldBe(ProofVerdict.Holds);
                InclusionProof.Verify(index, size, Leaves[(index + 1) % Largest], proof, Roots[size]).ShouldBe(ProofVerdict.RootDiffers);
                InclusionProof.Verify(index, size, Leaves[index], proof, Roots[size - 1]).ShouldBe(ProofVerdict.RootDiffers);
                InclusionProof.Verify(index, size, Leaves[index], [.. proof, Roots[1]], Roots[size]).ShouldBe(ProofVerdict.TooLong);
                if (proof.Count > 0)
                    InclusionProof.Verify(index, size, Leaves[index], [.. proof.SkipLast(1)], Roots[size]).ShouldBe(ProofVerdict.TooShort);
            }
        }
    }

    [Fact]
    public void Every_tree_is_proved_to_have_grown_from_every_smaller_one_and_from_no_other()
    {
        for (var size = 1; size <= Largest; size++)
        {
            for (var old = 1; old <= size; old++)
            {
                var proof = ConsistencyProof.Make(old, size, HashOf);
                ConsistencyProof.Verify(old, Roots[old], size, Roots[size], proof).ShouldBe(ProofVerdict.Holds);
                ConsistencyProof.Verify(old, Roots[old - 1], size, Roots[size], proof)
                    .ShouldBeOneOf(ProofVerdict.OldRootDiffers, ProofVerdict.RootDiffers);
                ConsistencyProof.Verify(old, Roots[old], size, Roots[size - 1], proof).ShouldBe(ProofVerdict.RootDiffers);
                ConsistencyProof.Verify(old, Roots[old], size, Roots[size], [.. proof, Roots[1]]).ShouldBe(ProofVerdict.TooLong);
                if (proof.Count > 0)
                    ConsistencyProof.Verify(old, Roots[old], size, Roots[size], [.. proof.SkipLast(1)]).ShouldBe(ProofVerdict.TooShort);
            }
        }
    }

    [Fact]
    public void What_no_tree_can_be_is_neither_made_nor_proved()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => InclusionProof.Parts(3, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => ConsistencyProof.Parts(4, 3));
        InclusionProof.Verify(3, 3, Leaves[0], [], Roots[3]).ShouldBe(ProofVerdict.SizesImpossible);
        ConsistencyProof.Verify(4, Roots[4], 3, Roots[3], []).ShouldBe(ProofVerdict.SizesImpossible);
        ConsistencyProof.Verify(0, Roots[0], 3, Roots[3], []).ShouldBe(ProofVerdict.OldTreeEmpty);
        InclusionProof.Verify(0, 1, [1, 2], [], [1, 2]).ShouldBe(ProofVerdict.HashMalformed);
    }

    [Fact]
    public void A_proof_in_a_tree_of_a_million_reads_a_few_nodes()
    {
        const long Million = 1_000_000;
        var read = new HashSet<TreeNode>();
        byte[] Read(TreeNode node)
        {
            (node.Index + 1 << node.Level).ShouldBeLessThanOrEqualTo(Million);
            read.Add(node);
            return SHA256.HashData(BitConverter.GetBytes(node.GetHashCode()));
        }

        foreach (var position in new[] { 0, 1, 524_287, 524_288, 777_777, 999_935, 999_936, Million - 1 })
        {
            read.Clear();
            InclusionProof.Make(position, Million, Read).Count.ShouldBeLessThanOrEqualTo(20);
            read.Count.ShouldBeLessThanOrEqualTo(40);
            read.Clear();
            ConsistencyProof.Make(position + 1, Million, Read);
            read.Count.ShouldBeLessThanOrEqualTo(40);
        }
    }

    private static byte[] HashOf(TreeNode node) =>
        MerkleTree.Root(Leaves.AsSpan((int)(node.Index << node.Level), 1 << node.Level));
}
