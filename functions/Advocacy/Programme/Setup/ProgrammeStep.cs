namespace Advocacy.Programme.Setup;

/// <summary>The eight first steps of an advocacy programme, in the order in which the page leads through them.</summary>
public enum ProgrammeStep
{
    Goals,
    Challenges,
    Pulse,
    Why,
    Tips,
    Guidelines,
    Branding,
    Ease,
}
