using Advocacy.Platform;
using Advocacy.Tests.Local;
using Microsoft.Extensions.Options;

namespace Advocacy.Tests.Platform;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "new", "secrets.json");

    [Fact]
    public void Secrets_are_drawn_once_and_read_ever_after()
    {
        var first = Folder().Secrets();
        var again = Folder().Secrets();

        again.LinkKeys.Single().ToArray().ShouldBe(first.LinkKeys.Single().ToArray());
        again.PseudonymKey.ToArray().ShouldBe(first.PseudonymKey.ToArray());
        first.LinkKeys.Single().Length.ShouldBe(32);
        first.PseudonymKey.ToArray().ShouldNotBe(first.LinkKeys.Single().ToArray());
    }

    [Fact]
    public void Two_installations_draw_different_secrets()
    {
        using var other = new TemporaryFolder();

        Folder().Secrets().PseudonymKey.ToArray().ShouldNotBe(Folder(other.Path).Secrets().PseudonymKey.ToArray());
    }

    [Fact]
    public void Only_their_owner_can_read_them()
    {
        Folder().Secrets();

        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        Directory.GetFiles(Path.GetDirectoryName(File)!).ShouldBe([File]);
    }

    [Fact]
    public void Secrets_that_are_missing_beside_data_are_not_drawn_anew()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(Folder().Database, "people were imported here");

        Should
            .Throw<InvalidDataException>(() => Folder().Secrets())
            .Message.ShouldContain("is missing although there is data");
        System.IO.File.Exists(File).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"LinkKeys":[],"PseudonymKey":"AAAA"}""")]
    [InlineData("""{"LinkKeys":["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="],"PseudonymKey":"AAAA"}""")]
    [InlineData("""{"LinkKeys":["not base64!"],"PseudonymKey":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}""")]
    [InlineData("""{"LinkKeys":["AAAA"],"PseudonymKey":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}""")]
    [InlineData("""{"LinkKeys":[null],"PseudonymKey":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}""")]
    public void A_damaged_file_is_refused_and_not_replaced(string damaged)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, damaged);

        Should.Throw<InvalidDataException>(() => Folder().Secrets()).Message.ShouldContain("restore it from a backup");

        System.IO.File.ReadAllText(File).ShouldBe(damaged);
    }

    public void Dispose() => _folder.Dispose();

    private Advocacy.Platform.DataFolder Folder(string? path = null) =>
        new(Options.Create(new DataOptions { Folder = path ?? Path.GetDirectoryName(File)! }));
}
