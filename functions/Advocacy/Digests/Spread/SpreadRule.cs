using System.Runtime.InteropServices;

namespace Advocacy.Digests.Spread;

/// <summary>What decided about one post for one person. In the order in which the rules are asked.</summary>
public enum SpreadRule
{
    Offered,

    /// <summary>Not judged yet, held, rejected or withdrawn.</summary>
    NotReady,
    Expired,
    TooOld,
    NoText,

    /// <summary>The person was offered it before.</summary>
    Seen,
    OtherUnit,
    OtherArchetype,
    OtherLanguage,
    OtherTopic,

    /// <summary>As many people as were wanted have it, or as many as are its share of the week so far.</summary>
    ReachMet,

    /// <summary>It has one text only, and as many have that as should.</summary>
    OneText,

    /// <summary>A share is reached.</summary>
    ShareReached,

    /// <summary>What is left of a share is kept for specialists of the field, and for enthusiasts while it is fresh.</summary>
    Reserved,

    /// <summary>The person's digest was full with posts that come before it.</summary>
    NoRoom,

    /// <summary>It was taken in after the person's digest was planned.</summary>
    CameLater,

    /// <summary>A share was reached when the digest was planned; more people have had theirs since, and there is room now.</summary>
    RoomSince,
}

/// <summary>Of whom a share is counted.</summary>
public enum SpreadGroup
{
    None,
    Unit,
    Company,
    Hour,
}

/// <summary>What a rule said of one post and one person.</summary>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Group">Whose share it was; <see cref="SpreadGroup.None"/> for the rules that count nobody.</param>
/// <param name="Given">People of the group who have it.</param>
/// <param name="Allowed">People of the group who may.</param>
/// <param name="Readers">People of the group with a digest in the edition so far.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Verdict(
    SpreadRule Rule,
    SpreadGroup Group = SpreadGroup.None,
    int Given = 0,
    int Allowed = 0,
    int Readers = 0
);
