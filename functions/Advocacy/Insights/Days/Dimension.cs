namespace Advocacy.Insights.Days;

/// <summary>By what a table is split. Topic and language of a post follow from <see cref="Post"/>.</summary>
public enum Dimension
{
    /// <summary>Not at all: one cell, with an empty key.</summary>
    Total,

    Post,

    /// <summary>Post and text, joined by a space.</summary>
    Text,

    Channel,

    /// <summary>Of people who are in statistics; of what was offered, of everybody.</summary>
    Unit,

    /// <inheritdoc cref="Unit"/>
    Archetype,

    /// <summary>Of the mail.</summary>
    Language,

    /// <summary>Audience clicks by hour of the day, UTC: 00 to 23.</summary>
    Hour,

    /// <summary>Post and channel, joined by a space: shares, and audience clicks, which are worth another amount on each channel.</summary>
    PostChannel,

    /// <summary>Post, channel (may be empty) and currency, joined by spaces: conversions that are worth something.</summary>
    Value,

    /// <summary>Post and why it was not for somebody, joined by a space.</summary>
    PostReason,
}
