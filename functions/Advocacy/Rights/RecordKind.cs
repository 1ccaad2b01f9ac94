using Advocacy.Platform;
using Advocacy.Platform.Limits;
using Advocacy.Platform.Store;

namespace Advocacy.Rights;

/// <summary>What a person's documents are shown under.</summary>
public enum DataGroup
{
    /// <summary>Who the person is and what they chose.</summary>
    Profile,

    /// <summary>What they said yes and no to.</summary>
    Consents,

    /// <summary>What they were sent.</summary>
    Mails,

    /// <summary>What they opened and shared.</summary>
    Engagement,

    /// <summary>What they suggested that colleagues might share.</summary>
    Suggestions,

    /// <summary>What the machinery holds for a while.</summary>
    Technical,

    /// <summary>That they had themselves erased.</summary>
    Erased,
}

/// <summary>One kind of document in the store: whom it is about, and how long it stays.</summary>
/// <param name="Type">The document.</param>
/// <param name="Container">Where it lies.</param>
/// <param name="Lifetime">The setting that says how long, or why it stays.</param>
public sealed record RecordKind(Type Type, Container Container, string Lifetime)
{
    /// <summary><c>null</c> where it is about nobody.</summary>
    public DataGroup? Group { get; private init; }

    /// <summary>Why it is about nobody; <c>null</c> where it is about a person.</summary>
    public string? Impersonal { get; private init; }

    /// <summary>The person's documents of this kind; none where it is about nobody.</summary>
    internal Func<RecordSources, Subject, CancellationToken, IAsyncEnumerable<Document>> Find { get; private init; } =
        (_, _, _) => AsyncEnumerable.Empty<Document>();

    /// <summary>A kind whose partition key is the person's id.</summary>
    internal static RecordKind OfPerson<T>(Container container, DataGroup group, string lifetime)
        where T : Document =>
        OfPerson<T>(
            container,
            group,
            lifetime,
            (sources, subject, cancel) =>
                sources
                    .Store.QueryAllAsync<T>(new Query(container) { PartitionKey = subject.Id }, cancel)
                    .Select(stored => stored.Value)
        );

    /// <summary>A kind that is found in a way of its own.</summary>
    internal static RecordKind OfPerson<T>(
        Container container,
        DataGroup group,
        string lifetime,
        Func<RecordSources, Subject, CancellationToken, IAsyncEnumerable<Document>> find
    )
        where T : Document => new(typeof(T), container, lifetime) { Group = group, Find = find };

    internal static RecordKind OfNobody<T>(Container container, string lifetime, string why)
        where T : Document => new(typeof(T), container, lifetime) { Impersonal = why };
}

/// <summary>What finds documents.</summary>
internal sealed record RecordSources(IDocumentStore Store, FailureLog Failures, RateLimits Limits);
