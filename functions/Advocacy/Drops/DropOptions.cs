using System.ComponentModel.DataAnnotations;

namespace Advocacy.Drops;

/// <summary>Section <c>Advocacy:Drops</c>: what people may drop and suggest, and how often they are answered.</summary>
public sealed class DropOptions
{
    public const string Section = "Advocacy:Drops";

    /// <summary>Suggestions of one employee in 24 hours. Default 10.</summary>
    [Range(1, 1000)]
    public int SuggestionsADay { get; set; } = 10;

    /// <summary>Pages that one employee may have looked at in an hour while suggesting. Default 30.</summary>
    [Range(1, 1000)]
    public int LooksAnHour { get; set; } = 30;

    /// <summary>Answers to drops that could not be used, to one address in 24 hours; further ones wait on the desk without. Default 20.</summary>
    [Range(1, 1000)]
    public int AnswersADay { get; set; } = 20;
}
