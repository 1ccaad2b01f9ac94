using Advocacy.Tests.Local;

namespace Advocacy.Tests.EndToEnd;

public sealed class ToneCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lines_are_judged_and_scored_against_their_labels()
    {
        _folder.Write(
            "texts.tsv",
            "\ufeff1\tVi er meget stolte af holdet\r\n-1\tDet var en elendig og frygtelig dag\r\n0\tMødet begynder kl. 10\r\n"
        );

        var run = await LocalProcess.RunAsync(_folder, "tone", "--evaluate", "texts.tsv");

        run.Code.ShouldBe(0, run.Output + run.Errors);
        var lines = run.Output.Split('\n');
        lines[0].ShouldMatch("^1\t1\t0\\.\\d\\d\tReady$");
        lines[1].ShouldMatch("^-1\t-1\t0\\.\\d\\d\tHeld$");
        lines[2].ShouldBe("0\t0\t1.00\tReady");
        lines[3..6].ShouldBe(["texts\t3", "accuracy\t1.0000", "macro-F1\t1.0000"]);
        Directory.Exists(Path.Combine(_folder.Path, ".advocacy")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_changed_policy_judges_the_stored_posts_anew()
    {
        (await LocalProcess.RunAsync(_folder, "week", "--data", "data")).Code.ShouldBe(0);
        _folder.Write(
            "data/advocacy.json",
            """{"Advocacy":{"Tone":{"Topics":{"wind":{"Words":["*vind*","*wind*"]}}}}}"""
        );

        var run = await LocalProcess.RunAsync(_folder, "tone", "rejudge", "--data", "data");
        var again = await LocalProcess.RunAsync(_folder, "tone", "rejudge", "--data", "data");

        run.Code.ShouldBe(0, run.Errors);
        run.Output.ShouldMatch(@"^\d+ posts judged anew: [1-9]\d* now held, 0 now ready, \d+ as before;");
        again.Output.ShouldStartWith("0 posts judged anew");
    }

    [Theory]
    [InlineData("tone --language xx texts.tsv", 2, "--language xx: it takes da or en.")]
    [InlineData("tone nothing.tsv", 2, "tone nothing.tsv: there is no such file.")]
    [InlineData("tone --evaluate plain.txt", 1, "Line 1: its label is ''; --evaluate takes -1, 0 or 1")]
    public async Task What_is_wrong_is_named(string arguments, int code, string named)
    {
        _folder.Write("plain.txt", "Godt nyt\n");

        var run = await LocalProcess.RunAsync(_folder, arguments.Split(' '));

        run.Code.ShouldBe(code);
        run.Errors.ShouldContain(named);
    }
}
