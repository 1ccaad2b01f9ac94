using Advocacy.Platform;
using Advocacy.Programme;

namespace Advocacy.Failures;

/// <summary>What came of the form that was sent.</summary>
public enum FailureDone
{
    Retried,
    Mended,
    Discarded,

    /// <summary>Somebody else decided on it, or it was handled meanwhile.</summary>
    Gone,
}

/// <summary>Messages that failed for good. Each has a form, a POST to the page's own address.</summary>
public sealed record FailuresView
{
    public required CompanyProfile Company { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    public required string FormToken { get; init; }

    /// <summary><see cref="FailedMessageState.Kept"/> or <see cref="FailedMessageState.Discarded"/>.</summary>
    public required FailedMessageState State { get; init; }

    /// <summary>Of this page, the last that failed first.</summary>
    public required IReadOnlyList<FailureRow> Failures { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Page { get; init; }

    public required int Pages { get; init; }

    /// <summary>In this state in all.</summary>
    public required int Total { get; init; }

    public FailureDone? Done { get; init; }
}

/// <param name="LastAt">In the company's zone.</param>
public sealed record FailureRow(FailedMessage Message, DateTimeOffset LastAt)
{
    /// <summary>Where the form came back: what was entered in place of the body.</summary>
    public string? Entered { get; init; }

    /// <summary>Why what was entered would fail again, in sentences.</summary>
    public IReadOnlyList<string> Defects { get; init; } = [];

    /// <summary>True where it was to be discarded and no note said why.</summary>
    public bool NoNote { get; init; }

    /// <summary>True where the text is too long for a form: then it can be sent again as it is, and discarded.</summary>
    public bool IsLong => Message.Body.Length > FailurePages.LongestToMend;
}
