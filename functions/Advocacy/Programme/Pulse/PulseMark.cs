using Advocacy.Platform;
using Advocacy.Platform.Store;

namespace Advocacy.Programme.Pulse;

/// <summary>
/// That somebody answered a question, so that nobody answers twice. It holds neither the answer nor the time, and its id leads back to the person only
/// with the installation's key. It goes when the question is closed.
/// </summary>
public sealed record PulseMark : Document
{
    /// <summary>The longest that a question is open, and a day: six weeks from the first mail to its end.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(43);

    public override string PartitionKey => Subject;

    /// <summary>The question's id.</summary>
    public required string Subject { get; init; }

    public static string IdOf(Pseudonyms pseudonyms, string questionId, string employeeId) =>
        pseudonyms.OfEvent("pulse", questionId, employeeId);
}

/// <summary>
/// The answers to an open question, as counts without anybody's name and without times. Where two people answer in the same moment the second takes
/// another box, so that a large company's answers do not wait for each other; they are added up when the question is closed.
/// </summary>
public sealed record PulseBox : Document
{
    public override string PartitionKey => Subject;

    /// <summary>The question's id.</summary>
    public required string Subject { get; init; }

    /// <summary>Per answer.</summary>
    public required IReadOnlyList<int> Counts { get; init; }

    public static string IdOf(string questionId, int box) =>
        Ids.Of("pulse-box", questionId, box.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public PulseBox With(int answer) => this with { Counts = [.. Counts.Select((n, i) => i == answer ? n + 1 : n)] };
}
