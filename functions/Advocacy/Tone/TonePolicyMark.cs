using System.Diagnostics.CodeAnalysis;
using Advocacy.Platform.Store;

namespace Advocacy.Tone;

/// <summary>Which policy every post has been judged by. One document in the <c>programme</c> container.</summary>
public sealed record TonePolicyMark : Document
{
    public const string MarkId = "tone-policy";

    [SetsRequiredMembers]
    public TonePolicyMark() => Id = MarkId;

    public override string PartitionKey => Id;

    /// <summary>As <see cref="TonePolicy.Version"/>.</summary>
    public string Version { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
