using Advocacy.Content;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform.Telemetry;
using Advocacy.Tone;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using static Advocacy.Tests.Tone.TestPosts;

namespace Advocacy.Tests.Tone;

public sealed class ToneGateTests
{
    private const string Message = """{"postId":"p1"}""";

    private readonly OnePostStore _store = new();
    private readonly CountingAnalyzer _analyzer = new();

    [Fact]
    public async Task A_good_post_becomes_ready_with_its_tone_and_verdict()
    {
        _store.Put(Post("Vi er glade for den nye fabrik", "", "Se vores flotte fabrik!"));

        var judged = (await JudgeAsync(Message)).ShouldBeOfType<ToneGateResult.Judged>();

        judged.PostId.ShouldBe("p1");
        judged.Verdict.Outcome.ShouldBe(ToneOutcome.Ready);
        var post = _store.Post.ShouldNotBeNull();
        post.Status.ShouldBe(PostStatus.Ready);
        post.Verdict.ShouldBe(judged.Verdict);
        post.Tone.ShouldNotBeNull().Sentences.Count.ShouldBe(2);
        _analyzer.Calls.ShouldBe(1);
    }

    [Theory]
    [InlineData("Det er en katastrofe og en skandale", "Ny fabrik")]
    [InlineData("Ny fabrik", "Det er en katastrofe og en skandale")]
    public async Task A_bad_title_or_share_text_holds_the_post(string title, string shareText)
    {
        _store.Put(Post(title, "", shareText));

        var judged = (await JudgeAsync(Message)).ShouldBeOfType<ToneGateResult.Judged>();

        judged.Verdict.Reasons.ShouldContain(r => r.Rule == "negative-sentence" && r.Quote!.Contains("katastrofe"));
        _store.Post!.Status.ShouldBe(PostStatus.Held);
    }

    [Fact]
    public async Task A_language_that_nobody_understands_holds_the_post()
    {
        _store.Put(Post("Uusi tehdas") with { Language = "fi" });

        var judged = (await JudgeAsync(Message)).ShouldBeOfType<ToneGateResult.Judged>();

        judged.Verdict.Reasons.ShouldHaveSingleItem().Message.ShouldContain("the language “fi” is not understood");
        _store.Post!.Status.ShouldBe(PostStatus.Held);
    }

    [Theory]
    [InlineData(PostStatus.Ready)]
    [InlineData(PostStatus.Held)]
    public async Task A_post_that_is_not_new_is_left_as_it_is(PostStatus status)
    {
        _store.Put(Post("Katastrofe") with { Status = status });

        (await JudgeAsync(Message)).ShouldBe(new ToneGateResult.AlreadyJudged("p1", status));

        _store.Writes.ShouldBe(0);
        _analyzer.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task The_same_message_twice_has_its_effect_once()
    {
        _store.Put(Post());

        (await JudgeAsync(Message)).ShouldBeOfType<ToneGateResult.Judged>();
        (await JudgeAsync(Message)).ShouldBeOfType<ToneGateResult.AlreadyJudged>();

        _store.Writes.ShouldBe(1);
        _analyzer.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_person_who_decides_in_between_wins()
    {
        _store.Put(Post("Katastrofe"));
        _store.BeforeReplace = () => _store.Put(Post("Katastrofe") with { Status = PostStatus.Ready });

        (await JudgeAsync(Message)).ShouldBe(new ToneGateResult.AlreadyJudged("p1", PostStatus.Ready));

        _store.Post!.Tone.ShouldBeNull();
    }

    [Fact]
    public async Task A_text_that_changes_in_between_is_read_again()
    {
        _store.Put(Post("Katastrofe og skandale"));
        _store.BeforeReplace = () => _store.Put(Post("Vi er glade"));

        await JudgeAsync(Message);

        _analyzer.Calls.ShouldBe(2);
        _store.Post!.Title.ShouldBe("Vi er glade");
        _store.Post.Status.ShouldBe(PostStatus.Ready);
    }

    [Fact]
    public async Task Another_change_in_between_is_kept_and_costs_no_second_reading()
    {
        _store.Put(Post());
        _store.BeforeReplace = () => _store.Put(Post() with { Topics = ["new"] });

        await JudgeAsync(Message);

        _analyzer.Calls.ShouldBe(1);
        _store.Post!.Topics.ShouldBe(["new"]);
        _store.Post.Status.ShouldBe(PostStatus.Ready);
    }

    [Fact]
    public async Task An_outage_throws_and_changes_nothing()
    {
        _store.Put(Post());
        _analyzer.Outage = new HttpRequestException("down");

        await Should.ThrowAsync<HttpRequestException>(() => JudgeAsync(Message));

        _store.Post!.Status.ShouldBe(PostStatus.New);
    }

    [Fact]
    public async Task An_analyser_that_answers_for_too_few_texts_judges_nothing()
    {
        _store.Put(Post("Ny fabrik", "", "Katastrofe"));
        _analyzer.Missing = 1;

        await Should.ThrowAsync<InvalidOperationException>(() => JudgeAsync(Message));

        _store.Post!.Status.ShouldBe(PostStatus.New);
    }

    [Fact]
    public async Task An_edit_has_only_the_changed_text_read()
    {
        _store.Put(Post("Ny fabrik", "", "Se vores fabrik", "Kom og se"));
        await JudgeAsync(Message);
        _store.Put(_store.Post! with { Status = PostStatus.New, Title = "Ny og flot fabrik" });

        await JudgeAsync(Message);

        _analyzer
            .Texts.Select(text => text.Text)
            .ShouldBe(["Ny fabrik", "Se vores fabrik", "Kom og se", "Ny og flot fabrik"]);
        _store.Post!.Tone!.TextHash.ShouldBe(PostTone.HashOf(PostTone.TextsOf(_store.Post)));
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("{", "not JSON")]
    [InlineData("p1", "not JSON")]
    [InlineData("[]", "names no post")]
    [InlineData("null", "names no post")]
    [InlineData("""{"id":"p1"}""", "names no post")]
    [InlineData("""{"postId":7}""", "names no post")]
    [InlineData("""{"postId":""}""", "names no post")]
    [InlineData("""{"postId":"a/b"}""", "names no post")]
    [InlineData("""{"postId":"p2"}""", "no post 'p2'")]
    public async Task What_cannot_be_judged_is_refused_with_the_reason(string message, string reason)
    {
        _store.Put(Post());

        (await JudgeAsync(message)).ShouldBeOfType<ToneGateResult.Refused>().Reason.ShouldContain(reason);

        _store.Writes.ShouldBe(0);
    }

    private Task<ToneGateResult> JudgeAsync(string message) =>
        new ToneGate(
            _store,
            new ToneReadings(_store, _analyzer, new ContentOptions()),
            new TonePolicy(Options.Create(new TonePolicyOptions())),
            Meters.Unheard(),
            NullLogger<ToneGate>.Instance
        ).JudgeAsync(message, TestContext.Current.CancellationToken);

    /// <summary>Holds one post; all that the gate may ask of a store.</summary>
    private sealed class OnePostStore : IDocumentStore
    {
        private readonly Dictionary<string, RememberedTone> _remembered = [];
        private int _version;

        public Post? Post { get; private set; }
        public int Writes { get; private set; }

        /// <summary>Runs once, before the next replacement: another writer.</summary>
        public Action? BeforeReplace { get; set; }

        public void Put(Post post)
        {
            Post = post;
            _version++;
        }

        public Task<Stored<T>?> ReadAsync<T>(
            Container container,
            string partitionKey,
            string id,
            CancellationToken cancellationToken = default
        )
            where T : Document
        {
            container.ShouldBe(Containers.Posts);
            partitionKey.ShouldBe(id);
            return Task.FromResult(
                _remembered.GetValueOrDefault(id) is T tone ? new Stored<T>(tone, "1")
                : Post is T post && post.Id == id ? new Stored<T>(post, $"{_version}")
                : null
            );
        }

        public Task<string?> TryReplaceAsync<T>(
            Container container,
            T document,
            string etag,
            CancellationToken cancellationToken = default
        )
            where T : Document
        {
            var before = BeforeReplace;
            BeforeReplace = null;
            before?.Invoke();
            if (etag != $"{_version}")
            {
                return Task.FromResult<string?>(null);
            }
            Put((Post)(Document)document);
            Writes++;
            return Task.FromResult<string?>($"{_version}");
        }

        public Task<string?> TryCreateAsync<T>(
            Container container,
            T document,
            CancellationToken cancellationToken = default
        )
            where T : Document =>
            Task.FromResult(_remembered.TryAdd(document.Id, (RememberedTone)(Document)document) ? "1" : null);

        public Task<string> UpsertAsync<T>(
            Container container,
            T document,
            CancellationToken cancellationToken = default
        )
            where T : Document => throw new NotSupportedException();

        public Task<bool> DeleteAsync(
            Container container,
            string partitionKey,
            string id,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();

        public Task<bool> TryCommitAsync(
            Container container,
            string partitionKey,
            IReadOnlyList<Write> writes,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();

        public Task<Page<T>> QueryAsync<T>(Query query, CancellationToken cancellationToken = default)
            where T : Document => throw new NotSupportedException();

        public IAsyncEnumerable<Stored<T>> ScanAsync<T>(
            Container container,
            int shard,
            int shards,
            CancellationToken cancellationToken = default
        )
            where T : Document => throw new NotSupportedException();
    }
}
