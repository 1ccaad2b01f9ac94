namespace Advocacy.Local;

/// <summary>Paths that the local host serves besides the functions' routes.</summary>
internal static class LocalPaths
{
    /// <summary>The company's feeds and pictures.</summary>
    public const string Sample = "/sample";
}
