using System.Text.Json.Serialization;
using Advocacy.Platform.Store;

namespace Advocacy.Consent;

/// <summary>The state that the events add up to; written in the same atomic batch as each of them. Its id is <c>current</c>.</summary>
public sealed record CurrentConsent : Document
{
    public const string CurrentId = "current";

    public override string PartitionKey => EmployeeId;

    public required string EmployeeId { get; init; }

    /// <summary>The last action per purpose; a purpose that is missing was never decided. Whether it still counts says <see cref="Allows"/>.</summary>
    public IReadOnlyDictionary<ConsentPurpose, ConsentAction> Purposes { get; init; } =
        new Dictionary<ConsentPurpose, ConsentAction>();

    /// <summary>The version of the wording of each purpose's last event. States of Schema 1 have none: there was one version then.</summary>
    public IReadOnlyDictionary<ConsentPurpose, string> Wordings { get; init; } =
        new Dictionary<ConsentPurpose, string>();

    /// <summary>The sequence of the last event.</summary>
    public int Sequence { get; init; }

    /// <summary>The hash of the last event, so that events cut off at the end are missed; <c>null</c> in states of Schema 1.</summary>
    public string? LastHash { get; init; }

    /// <summary>
    /// When this record goes, because nothing is given any more (<see cref="ConsentLifetime"/>); <c>null</c> while a yes stands.
    /// </summary>
    public DateTimeOffset? KeptUntil { get; init; }

    /// <summary>What is asked today. This program's own wordings, but in tests.</summary>
    [JsonIgnore]
    internal ConsentWordings Asked { get; init; } = ConsentWordings.Released;

    /// <summary>True where the purpose, as it is meant today, was consented to and that was not withdrawn.</summary>
    public bool Allows(ConsentPurpose purpose) => IsGiven(purpose) && !MustAskAgain(purpose);

    /// <summary>True where the person said yes to something that means something else today: until they are asked again, that is no yes.</summary>
    public bool MustAskAgain(ConsentPurpose purpose) => IsGiven(purpose) && !Asked.Covers(WordingOf(purpose), purpose);

    /// <summary>True where at least one yes was not withdrawn, whatever its wording: then the record of it is kept.</summary>
    internal bool AnyGiven => Purposes.Values.Contains(ConsentAction.Given);

    /// <summary>The version of the wording of the purpose's last event.</summary>
    internal string WordingOf(ConsentPurpose purpose) => Wordings.GetValueOrDefault(purpose) ?? Asked.Versions[0];

    private bool IsGiven(ConsentPurpose purpose) =>
        Purposes.TryGetValue(purpose, out var action) && action == ConsentAction.Given;
}
