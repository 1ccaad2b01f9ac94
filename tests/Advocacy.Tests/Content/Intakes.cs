using Advocacy.Content;
using Advocacy.Content.Pages;
using Advocacy.Drops;
using Advocacy.Joining;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Limits;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Advocacy.Tests.Content;

/// <summary>The intake as the hosts make it, on ports of the test's own.</summary>
internal static class Intakes
{
    public static ContentIntake Of(IDocumentStore store, IWorkQueue queue, TimeProvider time)
    {
        var content = new ContentOptions();
        var roster = new Roster(store);
        var answers = new Answers(store, queue, time);
        var records = new DropRecords(store, content, time);
        var pseudonyms = new Pseudonyms(new Secrets([new byte[32]], new byte[32]));
        return new ContentIntake(
            store,
            queue,
            new FailureLog(store, time),
            new DropChecks(store, time),
            new DropFiller(new PageMetadataReader(new WebFetcher(new FetchOptions { AllowLoopback = true }, time))),
            new PostDraft(content, time),
            records,
            new DropWithdrawals(store, records, new SuggestionOutcome(answers, roster)),
            new DropAnswers(
                answers,
                records,
                roster,
                new Company(store),
                pseudonyms,
                new RateLimits(store, pseudonyms, time),
                content,
                Options.Create(new JoinOptions()),
                Options.Create(new DropOptions()),
                NullLogger<DropAnswers>.Instance
            ),
            NullLogger<ContentIntake>.Instance
        );
    }
}
