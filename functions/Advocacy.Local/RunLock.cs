namespace Advocacy.Local;

/// <summary>Keeps a second host or week run out of a data folder: two of them would each take the other for dead.</summary>
internal sealed class RunLock : IDisposable
{
    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <exception cref="UsageException">Another process holds the folder, or it cannot be written.</exception>
    public static RunLock Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new RunLock(
                new FileStream(
                    Path.Combine(folder, "lock"),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                )
            );
        }
        catch (UnauthorizedAccessException)
        {
            throw new UsageException($"The data folder {folder} cannot be written. Choose another with --data DIR.");
        }
        catch (IOException error)
        {
            throw new UsageException(
                $"The data folder {folder} cannot be used: {error.Message} If another Advocacy.Local runs on it, stop that one or choose another folder with --data DIR."
            );
        }
    }

    /// <summary>The lock, or <c>null</c> where another process holds the folder.</summary>
    public static RunLock? TryTake(string folder)
    {
        try
        {
            return Take(folder);
        }
        catch (UsageException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}

/// <summary>Something the person at the console can mend. The message says how.</summary>
internal sealed class UsageException(string message) : Exception(message)
{
    /// <summary>True where an argument is wrong, rather than the machine's state.</summary>
    public bool IsArgument { get; private init; }

    public static UsageException Argument(string message) => new(message) { IsArgument = true };
}
