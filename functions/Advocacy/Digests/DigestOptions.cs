using System.ComponentModel.DataAnnotations;

namespace Advocacy.Digests;

/// <summary>Section <c>Advocacy:Digests</c>.</summary>
public sealed class DigestOptions
{
    public const string Section = "Advocacy:Digests";

    /// <summary>The most posts in one digest. Default 5.</summary>
    [Range(1, 10)]
    public int MostPosts { get; set; } = 5;

    /// <summary>Posts older than this many days are not offered. Default 30.</summary>
    [Range(1, 365)]
    public int OldestPostDays { get; set; } = 30;

    /// <summary>
    /// The part of the people to whom a post is offered before others of their posts, drawn anew for each person and post: so
    /// that not everybody gets the same newest five. 1 is newest first for all. Default 0.6.
    /// </summary>
    [Range(0.0, 1.0)]
    public double TurnShare { get; set; } = 0.6;

    /// <summary>
    /// A digest whose day is a holiday of the company's country, or a closing day of the company's own, moves to the next working day of the same week,
    /// else to the one before. Default true.
    /// </summary>
    public bool MoveFromHolidays { get; set; } = true;

    /// <summary>Employees in one <c>digests</c> message. Default 100.</summary>
    [Range(1, 1000)]
    public int BatchSize { get; set; } = 100;

    /// <summary>Minutes after which a claim whose sender has not come back is settled. Default 15.</summary>
    [Range(1, 1440)]
    public int StaleClaimMinutes { get; set; } = 15;

    /// <summary>
    /// Days that a delivery is kept; in that time its posts count as seen. At least six weeks, because a rhythm is counted from the last
    /// one; the consent wording promises 13 months. Default 390.
    /// </summary>
    [Range(42, 395)]
    public int KeepDeliveriesDays { get; set; } = 390;
}
