using System.Runtime.Versioning;
using System.Text;
using Ledger.Api.Transparency;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Tests.Transparency;

/// <summary>The signatures are those of others: the log of tessera, whose tests print both halves of its key.</summary>
[UnsupportedOSPlatform("windows")]
public class SigningForOthers
{
    private const string PublicKey = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";
    private const string PrivateKey = "PRIVATE+KEY+example.com/log/testdata+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg\n";

    public static TheoryData<int> Sizes => [.. Enumerable.Range(0, 16)];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_checkpoint_of_others_is_trusted_and_one_byte_more_is_not(int size)
    {
        var note = Read(size);
        NoteKey.TryParse(PublicKey, out var key).ShouldBeTrue();
        var found = CheckpointCheck.Of(note, TrustPolicy.Of(key!), Ed25519.Check);
        (found.Verdict, found.Checkpoint!.Size).ShouldBe((CheckpointVerdict.Holds, size));

        CheckpointCheck.Of(note with { Text = $"{note.Text}more\n" }, TrustPolicy.Of(key!), Ed25519.Check)
            .Verdict.ShouldBe(CheckpointVerdict.SignatureWrong);
    }

    [Fact]
    public void Their_key_signs_here_what_it_signed_there()
    {
        var directory = Directory.CreateTempSubdirectory("ledger-key-").FullName;
        var path = Path.Combine(directory, "key");
        File.WriteAllText(path, PrivateKey);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var signer = PrivateKeyFile.Find(path)!;
        signer.Key.ToString().ShouldBe(PublicKey);
        var note = Read(15);
        signer.Under(note.Text).ToString().ShouldBe(note.Signatures.Single().ToString());

        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Should.Throw<PrivateKeyException>(() => PrivateKeyFile.Find(path)).Message.ShouldContain("Others may read");
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public void A_key_that_is_made_is_its_owners_alone_and_is_read_back()
    {
        var directory = PrivateKeyFile.MakeDirectory(Path.Combine(Directory.CreateTempSubdirectory("ledger-key-").FullName, "log"));
        File.GetUnixFileMode(directory).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var path = Path.Combine(directory, "one.key");
        var made = PrivateKeyFile.Make(NoteKeyKind.Log, _ => "a/log", _ => path);
        File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var found = PrivateKeyFile.Find(path)!;
        found.Key.ShouldBe(made.Key);
        var message = Encoding.UTF8.GetBytes("text");
        Ed25519.Check(made.Key.PublicKey, message, found.Sign(message)).ShouldBeTrue();
        Should.Throw<IOException>(() => PrivateKeyFile.Make(NoteKeyKind.Log, _ => "a/log", _ => path));
        PrivateKeyFile.Find(Path.Combine(directory, "none.key")).ShouldBeNull();
    }

    private static SignedNote Read(int size)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Transparency", "Reference", $"checkpoint.{size}");
        SignedNote.TryParse(File.ReadAllBytes(path), out var note).ShouldBeTrue();
        return note!;
    }
}
