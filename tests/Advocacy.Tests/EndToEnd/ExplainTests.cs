using Advocacy.Tests.Local;

namespace Advocacy.Tests.EndToEnd;

public sealed class ExplainTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_person_is_explained_by_address_name_and_id_with_the_rule_of_each_post()
    {
        _folder.Write(
            "people.csv",
            """
            address,name,unit,language,topics,consent_at,consent_channel,consent_wording
            ida@acme.example,Ida Holm,Sales,en,wind,2026-01-12T09:12:00+01:00,intranet,2026-1
            ole@acme.example,Ole Holm,Sales,en,wind,2026-01-12T09:12:00+01:00,intranet,2026-1
            """
        );
        _folder.Write(
            "wind.json",
            """{"url":"https://acme.example/wind","title":"Wind at sea","topics":["wind"],"language":"en","shareTexts":[{"text":"We build wind."},{"text":"Wind is good."},{"text":"Look at this."}]}"""
        );
        _folder.Write(
            "heat.json",
            """{"url":"https://acme.example/heat","title":"Heat on land","topics":["heat"],"language":"en"}"""
        );
        _folder.Write("vind.json", """{"url":"https://acme.example/vind","title":"Vind på havet","language":"da"}""");
        var week = await RunAsync(
            "week --now 2026-11-23T09:00Z --data data --roster people.csv --drop wind.json --drop heat.json --drop vind.json"
        );
        week.Code.ShouldBe(0, week.Output + week.Errors);

        var byAddress = await RunAsync("explain IDA@acme.example --week 2026-W48 --data data");

        byAddress.Code.ShouldBe(0, byAddress.Output + byAddress.Errors);
        foreach (
            var words in new[]
            {
                "Ida Holm, Sales: Colleague; follows wind; reads en",
                "with 1 posts, and is Sent",
                "They follow wind.",
                "of 3 that suit: nobody else in Sales has it",
                "the unit did not have it last week",
                "Off their topics: it is about heat.",
                "In a language that they do not read: da.",
            }
        )
        {
            Unwrapped(byAddress.Output).ShouldContain(words);
        }
        (await RunAsync("explain Ida --week 2026-W48 --data data")).Output.ShouldBe(byAddress.Output);

        var several = await RunAsync("explain Holm --data data");
        several.Code.ShouldBe(2);
        several.Errors.ShouldContain("2 people are called so; give one's address: ida@acme.example, ole@acme.example");
    }

    [Theory]
    [InlineData("explain nobody --data data", "nobody on the roster")]
    [InlineData("explain ida --data nowhere", "there is no data")]
    [InlineData("explain ida --week 2026-W54", "it takes an ISO week such as 2026-W48")]
    [InlineData("explain ida --week soon", "it takes an ISO week such as 2026-W48")]
    public async Task Who_or_what_is_not_there_is_a_wrong_argument(string command, string message)
    {
        _folder.Write("people.csv", "address,name,unit,language\nole@acme.example,Ole Lund,Sales,en");
        (await RunAsync("roster people.csv --data data")).Code.ShouldBe(0);

        var run = await RunAsync(command);

        run.Code.ShouldBe(2);
        run.Errors.ShouldContain(message);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(int Code, string Output, string Errors)> RunAsync(string command)
    {
        var run = await LocalProcess.RunAsync(_folder, command.Split(' '));
        return (run.Code, run.Output, run.Errors);
    }

    /// <summary>The last column's words, whatever the width at which the table breaks them.</summary>
    private static string Unwrapped(string table) =>
        string.Join(
            ' ',
            table.Split('\n').Select(line => line.Split('│') is { Length: > 2 } cells ? cells[^2].Trim() : line.Trim())
        );
}
