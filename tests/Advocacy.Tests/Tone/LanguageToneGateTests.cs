using Advocacy.Content;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Platform.Tone;
using Advocacy.Tests.Platform;
using Advocacy.Tests.Platform.Telemetry;
using Advocacy.Tests.Platform.Tone;
using Advocacy.Tone;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using static Advocacy.Tests.Tone.TestPosts;

namespace Advocacy.Tests.Tone;

/// <summary>The tone gate on Azure AI Language, from the queue's message to the post.</summary>
public sealed class LanguageToneGateTests : IAsyncLifetime
{
    private const string Message = """{"postId":"p1"}""";

    private readonly InMemoryDocumentStore _store = new(TimeProvider.System);
    private LanguageServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await LanguageServer.StartAsync();
        await _store.UpsertAsync(
            Containers.Posts,
            Post("Vi er glade for den nye fabrik", "", "Se vores flotte fabrik!"),
            TestContext.Current.CancellationToken
        );
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_good_post_becomes_ready()
    {
        await RunAsync();

        var post = await PostAsync();
        post.Status.ShouldBe(PostStatus.Ready);
        post.Tone.ShouldNotBeNull().Analyzer.ShouldBe("azure-language/2025-01-01");
        _server.Requests.Single().Documents.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(
        "InvalidDocument",
        "not-judged",
        "The tone could not be judged. Azure AI Language could not judge the text: The document is odd (InvalidDocument)."
    )]
    [InlineData(
        "UnsupportedLanguageCode",
        "language",
        "The tone could not be judged: the language “da” is not understood."
    )]
    public async Task A_post_with_a_text_that_is_refused_is_held_with_the_reason(
        string code,
        string rule,
        string reason
    )
    {
        _server.Refuse("flotte", code, "The document is odd.");

        await RunAsync();

        var post = await PostAsync();
        post.Status.ShouldBe(PostStatus.Held);
        post.Verdict.ShouldNotBeNull().Reasons.Select(r => (r.Rule, r.Message)).ShouldBe([(rule, reason)]);
    }

    [Theory]
    [InlineData("""{"kind":""")]
    [InlineData("[]")]
    public async Task A_broken_answer_leaves_the_post_new_and_the_message_to_the_queues_next_try(string answer)
    {
        _server.Say(answer);

        await Should.ThrowAsync<LanguageUnavailableException>(RunAsync);

        (await PostAsync()).Status.ShouldBe(PostStatus.New);
        (await FailureAsync()).State.ShouldBe(FailedMessageState.Retrying);
        await RunAsync();
        (await PostAsync()).Status.ShouldBe(PostStatus.Ready);
    }

    [Fact]
    public async Task A_service_that_hangs_leaves_a_reason_for_the_operator()
    {
        _server.Hang(times: 1);

        await Should.ThrowAsync<LanguageUnavailableException>(() =>
            RunAsync(options => (options.TimeoutSeconds, options.Retries) = (0.05, 0))
        );

        (await FailureAsync()).Reason.ShouldBe("Azure AI Language judged nothing: it did not answer in time.");
    }

    private Task RunAsync() => RunAsync(_ => { });

    private Task RunAsync(Action<LanguageOptions> change)
    {
        var gate = new ToneGate(
            _store,
            new ToneReadings(_store, LanguageFixture.Analyzer(_server, change), new ContentOptions()),
            new TonePolicy(Options.Create(new TonePolicyOptions())),
            Meters.Unheard(),
            NullLogger<ToneGate>.Instance
        );
        var work = new QueueWork(
            new MessageReader(new InMemoryWorkQueue(TimeProvider.System)),
            new FailureLog(_store, TimeProvider.System),
            Meters.Unheard(),
            TimeProvider.System,
            NullLogger<QueueWork>.Instance
        );
        return work.RunAsync("tone", Message, gate.JudgeAsync, TestContext.Current.CancellationToken);
    }

    private async Task<Post> PostAsync() =>
        (await _store.ReadAsync<Post>(Containers.Posts, "p1", "p1", TestContext.Current.CancellationToken))!.Value;

    private async Task<FailedMessage> FailureAsync()
    {
        var id = Ids.Of("failure", "tone", Message);
        return (
            await _store.ReadAsync<FailedMessage>(Containers.Failures, id, id, TestContext.Current.CancellationToken)
        )!.Value;
    }
}
