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

    /// <summary>The largest part of a unit's people with a digest this week that is offered one post. Default 0.5.</summary>
    [Range(0.01, 1.0)]
    public double UnitShare { get; set; } = 0.5;

    /// <summary>The same of the whole company: a post that everybody likes lives for several weeks. Default 0.4.</summary>
    [Range(0.01, 1.0)]
    public double CompanyShare { get; set; } = 0.4;

    /// <summary>The same of the people of one digest hour, so that a post does not burst where many share an hour. Default 0.5.</summary>
    [Range(0.01, 1.0)]
    public double HourShare { get; set; } = 0.5;

    /// <summary>The same of unit, company and hour where a post has one text only in the person's language. Default 0.1.</summary>
    [Range(0.01, 1.0)]
    public double OneTextShare { get; set; } = 0.1;

    /// <summary>
    /// So many people may be offered a post whatever the shares say, as long as it has a text for each: shares of a unit of four mean
    /// nothing. 0 for none. Default 3.
    /// </summary>
    [Range(0, 100)]
    public int SmallGroup { get; set; } = 3;

    /// <summary>
    /// The part of each share that is kept for specialists whose field the post is, and for enthusiasts while it is fresh. Default 0.2.
    /// </summary>
    [Range(0.0, 0.9)]
    public double ReservedShare { get; set; } = 0.2;

    /// <summary>For so many days a post is fresh, and enthusiasts have it before others. Default 7.</summary>
    [Range(1, 365)]
    public int FreshDays { get; set; } = 7;

    /// <summary>A text of up to so many characters is easy to share, and colleagues have it before longer ones. Default 200.</summary>
    [Range(1, 3000)]
    public int EasyTextLength { get; set; } = 200;

    /// <summary>Another word, another draw of whose turn it is and of which text comes first. Default empty.</summary>
    public string Seed { get; set; } = "";

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
