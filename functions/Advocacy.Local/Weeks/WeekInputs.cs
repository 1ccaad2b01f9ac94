namespace Advocacy.Local.Weeks;

/// <summary>What a run works on besides what its data folder holds already.</summary>
internal sealed record WeekInputs
{
    /// <summary>URLs and files of feeds.</summary>
    public IReadOnlyList<string> Feeds { get; init; } = [];

    /// <summary>A roster's file.</summary>
    public string? Roster { get; init; }

    /// <summary>Files of content drops, one drop each.</summary>
    public IReadOnlyList<string> Drops { get; init; } = [];

    /// <summary>A company's folder, with feeds, roster and drops of its own.</summary>
    public CompanyFolder? Company { get; init; }

    /// <summary>Where this process serves the files among <see cref="Feeds"/> and the company's: no slash at the end.</summary>
    public string ServedAt { get; init; } = "";

    /// <summary>True to mail everyone of this week at once; false to walk through the week's hours.</summary>
    public bool AtOnce { get; init; }
}
