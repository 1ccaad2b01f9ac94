namespace Advocacy.Insights.Days;

/// <summary>The counts of one cell. All of them add up: of days to weeks, of posts to topics.</summary>
public sealed record Measures
{
    public static readonly Measures None = new();

    /// <summary>Digests sent: people, where the cell is a group of people and of one edition.</summary>
    public int Digests { get; init; }

    /// <summary>Times a post was offered to somebody.</summary>
    public int Offered { get; init; }

    /// <summary>Of <see cref="Offered"/>, in mails that came back.</summary>
    public int Returned { get; init; }

    /// <summary>Share pages opened by people who let that be measured.</summary>
    public int Opened { get; init; }

    /// <summary>Self-declared.</summary>
    public int Shared { get; init; }

    /// <summary>People who shared at least once in the week.</summary>
    public int Sharers { get; init; }

    public int NotForMe { get; init; }

    /// <summary>Audience clicks, machines left out.</summary>
    public int Clicks { get; init; }

    /// <summary>Audience clicks, machines included.</summary>
    public int ClicksRaw { get; init; }

    public int Conversions { get; init; }

    /// <summary>What conversions were worth; only in cells of <see cref="Dimension.Value"/>, which know the currency.</summary>
    public decimal ConversionValue { get; init; }

    public static Measures operator +(Measures a, Measures b) =>
        new()
        {
            Digests = a.Digests + b.Digests,
            Offered = a.Offered + b.Offered,
            Returned = a.Returned + b.Returned,
            Opened = a.Opened + b.Opened,
            Shared = a.Shared + b.Shared,
            Sharers = a.Sharers + b.Sharers,
            NotForMe = a.NotForMe + b.NotForMe,
            Clicks = a.Clicks + b.Clicks,
            ClicksRaw = a.ClicksRaw + b.ClicksRaw,
            Conversions = a.Conversions + b.Conversions,
            ConversionValue = a.ConversionValue + b.ConversionValue,
        };
}
