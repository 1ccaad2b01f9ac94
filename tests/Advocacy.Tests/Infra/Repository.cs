using System.Runtime.CompilerServices;

namespace Advocacy.Tests.Infra;

/// <summary>Files of the repository as they lie in the work tree.</summary>
internal static class Repository
{
    public static string PathOf(params string[] parts) =>
        Path.Combine([Path.GetFullPath("../../..", Here()), .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
