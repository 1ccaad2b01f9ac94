namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>
/// What an operation costs in request units. Sources, on learn.microsoft.com: "Optimize request cost in Azure Cosmos DB" (a point
/// read of 1 KB costs 1 RU and of 100 KB 10; writing 1 KB without an index about 5.5 and 100 KB 50; replacing costs twice what
/// inserting does; strong and bounded-staleness reads cost twice; a query that returns a thousand 1-KB items costs about 1,000)
/// and "Request Units" (a point read that finds nothing costs 1). Between the sizes given, it is a straight line.
/// </summary>
/// <remarks>
/// Not documented, so taken from what accounts are seen to charge: 0.3 for each indexed property of a written document, 2.3 to
/// start a page of a query in one partition, 1.25 for a write that is refused. A bill is measured, not computed:
/// the same tests and benchmarks run against an account and then record its own charges.
/// </remarks>
internal sealed class ChargeModel(bool strongReads)
{
    private const double Kilobyte = 1024;
    private const double IndexedProperty = 0.3;
    private const double QueryPage = 2.3;

    /// <summary>A conflict, or a condition that does not hold.</summary>
    public static double Refused => 1.25;

    public double Read(int bytes) => Reads * Line(bytes, 1, 10);

    public double NothingRead => Reads;

    public static double Insert(int bytes, int indexed) => Line(bytes, 5.5, 50) + (IndexedProperty * indexed);

    public static double Replace(int bytes, int indexed) => 2 * Insert(bytes, indexed);

    public static double Delete(int bytes, int indexed) => Insert(bytes, indexed);

    public double Query(long bytes) => Reads * (QueryPage + (bytes / Kilobyte));

    private double Reads => strongReads ? 2 : 1;

    private static double Line(int bytes, double oneKilobyte, double hundred) =>
        oneKilobyte + ((hundred - oneKilobyte) / 99 * (Math.Max(1, bytes / Kilobyte) - 1));
}
