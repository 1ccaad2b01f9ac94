using System.ComponentModel.DataAnnotations;

namespace Advocacy.Engagement;

/// <summary>Section <c>Advocacy:Measurement</c>: links and opens of the mails of people who consented to that.</summary>
public sealed class MeasurementOptions
{
    public const string Section = "Advocacy:Measurement";

    /// <summary>False to give everybody direct links, whatever they consented to. Default true.</summary>
    public bool Links { get; set; } = true;

    /// <summary>False to load no picture that tells of an opened mail. Default true.</summary>
    public bool Opens { get; set; } = true;

    /// <summary>Seconds after a mail's arrival within which nobody has read it yet. Default 10.</summary>
    [Range(0, 600)]
    public int SoonSeconds { get; set; } = 10;

    /// <summary>Seconds around the following of the hidden link in which all is that scanner's doing. Default 60.</summary>
    [Range(1, 3600)]
    public int CanarySeconds { get; set; } = 60;

    /// <summary>Different links of one mail that nobody follows within <see cref="BurstSeconds"/>. Default 3.</summary>
    [Range(2, 20)]
    public int BurstLinks { get; set; } = 3;

    /// <summary>Default 2.</summary>
    [Range(1, 60)]
    public int BurstSeconds { get; set; } = 2;
}
