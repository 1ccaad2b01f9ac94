using Advocacy.Consent;
using Advocacy.Digests;
using Advocacy.Platform.Queue;
using Advocacy.Tests.Digests;

namespace Advocacy.Tests.Engagement.Mails;

public sealed class MeasuredDigestTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_who_consented_is_sent_measured_links_and_both_share_one_rendering()
    {
        await using var world = await SentAsync();

        var values = ValuesByAddress(world);
        values["ada@acme.example"].ShouldContain(value => value.Contains("/m/", StringComparison.Ordinal));
        values["ada@acme.example"].ShouldNotContain("https://acme.example/a");
        values["bo@acme.example"].ShouldNotContain(value => value.Contains("/m/", StringComparison.Ordinal));
        values["bo@acme.example"].ShouldContain("https://acme.example/a");
        values["bo@acme.example"].ShouldContain(value => value.Contains("/share/", StringComparison.Ordinal));
        world.Mailer.Sent.Select(sent => sent.Batch.Html).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("false", "false", 0, 0)]
    [InlineData("false", "true", 0, 1)]
    [InlineData("true", "false", 1, 0)]
    [InlineData("true", "true", 1, 1)]
    public async Task The_company_can_measure_less(string links, string opens, int canaries, int pictures)
    {
        await using var world = await SentAsync(
            ("Advocacy:Measurement:Links", links),
            ("Advocacy:Measurement:Opens", opens)
        );

        var values = ValuesByAddress(world)["ada@acme.example"];

        values.Count(value => value.StartsWith("<a ", StringComparison.Ordinal)).ShouldBe(canaries);
        values.Count(value => value.Contains("<img ", StringComparison.Ordinal)).ShouldBe(pictures);
    }

    [Fact]
    public async Task Who_said_yes_to_the_older_narrower_words_is_not_measured_until_asked_again()
    {
        await using var world = await SentAsync(wording: "2026-1");

        ValuesByAddress(world)
            .Values.SelectMany(value => value)
            .ShouldNotContain(value => value.Contains("/m/", StringComparison.Ordinal));
    }

    private static Dictionary<string, List<string>> ValuesByAddress(World world) =>
        world.Mailer.Sent.ToDictionary(
            sent => sent.Recipient.To.Address,
            sent => sent.Recipient.Substitutions.Values.ToList()
        );

    private static Task<World> SentAsync(params (string, string)[] settings) => SentAsync(null, settings);

    /// <summary>Ada consented to measurement, Bo did not.</summary>
    private static async Task<World> SentAsync(string? wording, params (string, string)[] settings)
    {
        var world = await new World([.. SpreadScene.ToAll, .. settings]).WithCompanyAsync();
        await world.AddPostAsync("a");
        var ada = await world.AddReaderAsync("ada");
        await world.AddReaderAsync("bo");
        await world
            .Get<ConsentLedger>()
            .RecordAsync(
                ada.Id,
                ConsentPurpose.ClickMeasurement,
                ConsentAction.Given,
                new ConsentEvidence(wording ?? ConsentWordings.CurrentVersion, "da", "test"),
                Cancel
            );
        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Cancel);
        foreach (var message in world.Queue.Bodies(Queues.Digests))
        {
            await world.Get<DigestSender>().SendAsync(message, Cancel);
        }
        world.Mailer.Sent.Count.ShouldBe(2);
        return world;
    }
}
