using Advocacy.Local.Commands;
using Advocacy.Platform;
using Microsoft.Extensions.Options;

namespace Advocacy.Tests.Local.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--data '': it takes a folder.", "week", "--data", "")]
    [InlineData("--generate x: it takes a whole number.", "roster", "--generate", "x", "--out", "y.csv")]
    [InlineData("--seed 1.5: it takes a whole number.", "roster", "--generate", "3", "--out", "y.csv", "--seed", "1.5")]
    [InlineData("--now 9999-12-31: it takes an instant from 2000 to 2199.", "week", "--now", "9999-12-31")]
    [InlineData("--now 0001-01-01: it takes an instant from 2000 to 2199.", "week", "--now", "0001-01-01")]
    [InlineData("--now soon: it takes an instant such as", "week", "--now", "soon")]
    public async Task Wrong_arguments_are_named_with_what_they_take(string message, params string[] args)
    {
        var (exit, errors) = await RunAsync(args);

        exit.ShouldBe(CommandLine.WrongArguments);
        errors.ShouldStartWith(message);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_a_wrong_argument()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("file", "");

        var (exit, errors) = await RunAsync("drop", file, "--data", file);

        exit.ShouldBe(CommandLine.WrongArguments);
        errors.ShouldContain("it takes a folder");
    }

    [Fact]
    public async Task A_roster_that_cannot_be_written_is_told_in_a_sentence()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "nowhere", "people.csv");

        var (exit, errors) = await RunAsync("roster", "--generate", "3", "--out", path);

        exit.ShouldBe(CommandLine.SomethingFailed);
        errors.ShouldStartWith($"--out {path}: it cannot be written.");
    }

    [Fact]
    public async Task A_damaged_data_file_is_told_in_a_sentence_and_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        _ = new DataFolder(Options.Create(new DataOptions { Folder = folder.Path })).Secrets();
        var database = folder.Write("advocacy.db", new string('x', 8192));

        var (exit, errors) = await RunAsync("week", "--data", folder.Path);

        exit.ShouldBe(CommandLine.SomethingFailed);
        errors.ShouldStartWith($"The data file {database} cannot be opened: it is no database");
        errors.ShouldNotContain("   at ");
        File.ReadAllText(database).ShouldBe(new string('x', 8192));
    }

    [Fact]
    public async Task Settings_that_are_no_json_are_named_with_the_place()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("advocacy.json", "{\n\"Advocacy\": {nope");

        var (exit, errors) = await RunAsync("week", "--data", folder.Path);

        exit.ShouldBe(CommandLine.SomethingFailed);
        errors.ShouldStartWith($"The settings of {file} cannot be read:");
        errors.ShouldContain("LineNumber: 1");
    }

    private static async Task<(int Exit, string Errors)> RunAsync(params string[] args)
    {
        var errors = new StringWriter();
        return (await CommandLine.RunAsync(args, errors), errors.ToString());
    }
}
