using Advocacy.Local;

namespace Advocacy.Tests.Local;

public sealed class RunLockTests
{
    [Fact]
    public void A_second_one_on_the_same_folder_is_refused_and_told_what_to_do()
    {
        using var folder = new TemporaryFolder();
        using var first = RunLock.Take(folder.Path);

        var error = Should.Throw<UsageException>(() => RunLock.Take(folder.Path));

        error.Message.ShouldContain(folder.Path);
        error.Message.ShouldContain("--data DIR");
        error.IsArgument.ShouldBeFalse();
    }

    [Fact]
    public void It_is_free_again_after_the_first_has_gone()
    {
        using var folder = new TemporaryFolder();
        RunLock.Take(folder.Path).Dispose();

        Should.NotThrow(() => RunLock.Take(folder.Path).Dispose());
    }

    [Fact]
    public void The_folder_is_made_where_it_is_missing()
    {
        using var folder = new TemporaryFolder();
        var below = Path.Combine(folder.Path, "a", "b");

        using var held = RunLock.Take(below);

        Directory.Exists(below).ShouldBeTrue();
    }

    [Fact]
    public void A_file_in_the_folders_place_is_told()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("taken", "");

        Should.Throw<UsageException>(() => RunLock.Take(file)).Message.ShouldContain("--data DIR");
    }
}
