using System.Diagnostics;
using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Advocacy.Content.Feeds;
using CodeHollowReader = CodeHollow.FeedReader.FeedReader;

namespace Advocacy.Benchmarks;

/// <summary>
/// Reads the same files with every reader in turn, round by round, so that whatever else the machine does meets all of them
/// alike; prints each one's time and allocations, how many times ours they are, and how many files it gave up at.
/// </summary>
internal static class FeedSideBySide
{
    private const int Rounds = 12;
    private static readonly TimeSpan s_turn = TimeSpan.FromMilliseconds(500);

    private static readonly XmlReaderSettings s_xml = new() { DtdProcessing = DtdProcessing.Ignore };

    /// <param name="folder">With feeds; <c>null</c> for a generated one of 100 items.</param>
    /// <param name="output">Where the table goes.</param>
    public static int Run(string? folder, TextWriter output)
    {
        var files = folder is null
            ? [Encoding.UTF8.GetBytes(NewsFeed.Write(items: 100))]
            : Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        Reader[] readers =
        [
            new("Advocacy", bytes => FeedReader.Read(new MemoryStream(bytes)).Entries.Count),
            new("CodeHollow.FeedReader", bytes => CodeHollowReader.ReadFromByteArray(bytes).Items.Count),
            new("SyndicationFeed", Syndication),
            new("XmlReader alone", Nodes),
        ];
        var all = files.Length;
        files = [.. files.Where(file => readers.Count(reader => reader.Reads(file)) == readers.Length)];
        foreach (var reader in readers)
        {
            reader.Turn(files, s_turn, counts: false);
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var reader in readers)
            {
                reader.Turn(files, s_turn, counts: true);
            }
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{files.Length} of {all} files, those that all of them read, {files.Sum(file => file.Length) / 1024} KB; {Rounds} rounds"
            )
        );
        output.WriteLine(
            "reader                    median us    x ours   fastest us   x ours   KB allocated   x ours   gave up"
        );
        foreach (var reader in readers)
        {
            output.WriteLine(reader.Row(readers[0]));
        }

        return 0;
    }

    private static int Syndication(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), s_xml);
        return SyndicationFeed.Load(reader).Items.Sum(item => item.PublishDate.Year > 0 ? 1 : 0);
    }

    private static int Nodes(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), s_xml);
        var nodes = 0;
        while (reader.Read())
        {
            nodes++;
        }

        return nodes;
    }

    private sealed class Reader(string name, Func<byte[], int> read)
    {
        private readonly List<double> _times = [];
        private long _allocated;
        private int _gaveUp;

        /// <summary>Reads all files again and again for that long.</summary>
        public void Turn(byte[][] files, TimeSpan length, bool counts)
        {
            var start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < length)
            {
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                var pass = Stopwatch.GetTimestamp();
                Array.ForEach(files, file => read(file));
                if (counts)
                {
                    _times.Add(Stopwatch.GetElapsedTime(pass).TotalMicroseconds);
                    _allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
                }
            }

            _times.Sort();
        }

        public string Row(Reader ours) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -22} {Median, 12:F0} {Median / ours.Median, 9:F2} {_times[0], 12:F0} {_times[0] / ours._times[0], 8:F2} {_allocated / 1024, 14} {(double)_allocated / ours._allocated, 8:F1} {_gaveUp, 9}"
            );

        private double Median => _times[_times.Count / 2];

        public bool Reads(byte[] file)
        {
            try
            {
                _ = read(file);
                return true;
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                _gaveUp++;
                return false;
            }
        }
    }
}
