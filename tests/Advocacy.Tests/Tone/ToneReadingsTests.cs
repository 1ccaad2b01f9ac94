using Advocacy.Content;
using Advocacy.Platform.Store;
using Advocacy.Platform.Tone;
using Advocacy.Tests.Platform;
using Advocacy.Tone;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Tone;

public sealed class ToneReadingsTests
{
    private static readonly ToneText Proud = new("Vi er stolte af holdet.", "da");
    private static readonly ToneText Sad = new("Det er en katastrofe.", "da");

    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryDocumentStore _store;
    private readonly CountingAnalyzer _analyzer = new();

    public ToneReadingsTests() => _store = new(_time);

    [Fact]
    public async Task The_same_text_is_analysed_once_within_a_call_and_over_calls()
    {
        var first = await ReadAsync(Proud, Sad, Proud);
        var second = await ReadAsync(Sad, Proud);

        _analyzer.Texts.ShouldBe([Proud, Sad]);
        first
            .Select(reading => reading.Sentiment)
            .ShouldBe([Sentiment.Positive, Sentiment.Negative, Sentiment.Positive]);
        second.Select(reading => reading.Sentiment).ShouldBe([Sentiment.Negative, Sentiment.Positive]);
        second[1].Sentences.ShouldBe(first[0].Sentences);
    }

    [Fact]
    public async Task Another_version_or_language_or_word_is_analysed_again()
    {
        await ReadAsync(Proud);
        await ReadAsync(Proud with { Language = "en" });
        await ReadAsync(Proud with { Text = Proud.Text + " " });
        _analyzer.Version = "lexicon/next";
        await ReadAsync(Proud);

        _analyzer.Calls.ShouldBe(4);
    }

    [Fact]
    public async Task What_could_not_be_judged_is_tried_again()
    {
        var finnish = new ToneText("Uusi tehdas", "fi");

        (await ReadAsync(finnish))[0].Error.ShouldNotBeNull();
        await ReadAsync(finnish);

        _analyzer.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_remembered_goes_when_posts_go()
    {
        await ReadAsync(Proud);

        var id = RememberedTone.IdOf(_analyzer.Version, Proud);
        (await StoredAsync(id)).ShouldNotBeNull().Value.Ttl.ShouldBe(new ContentOptions().KeepPostDays * 86_400);
        _time.Advance(TimeSpan.FromDays(new ContentOptions().KeepPostDays + 1));
        (await StoredAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_remembered_holds_no_word_of_the_text()
    {
        await ReadAsync(Proud);

        string.Concat(_store.Snapshot().Values).ShouldNotContain("stolte");
    }

    [Fact]
    public async Task No_texts_ask_nobody()
    {
        (await ReadAsync()).ShouldBeEmpty();

        _analyzer.Calls.ShouldBe(0);
    }

    private Task<IReadOnlyList<ToneReading>> ReadAsync(params ToneText[] texts) =>
        new ToneReadings(_store, _analyzer, new ContentOptions()).ReadAsync(
            texts,
            TestContext.Current.CancellationToken
        );

    private Task<Stored<RememberedTone>?> StoredAsync(string id) =>
        _store.ReadAsync<RememberedTone>(Containers.Posts, id, id, TestContext.Current.CancellationToken);
}
