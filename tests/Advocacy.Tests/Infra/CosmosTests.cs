using Advocacy.Platform.Cosmos;
using Advocacy.Platform.Store;

namespace Advocacy.Tests.Infra;

public sealed class CosmosTests(BicepFixture bicep)
{
    private const string Account = "Microsoft.DocumentDB/databaseAccounts";
    private const string Container = Account + "/sqlDatabases/containers";

    [Fact]
    public async Task Each_container_of_the_code_is_made_with_its_partition_key_and_no_other()
    {
        var template = await bicep.DevAsync();

        template
            .Of(Container)
            .Select(made => (made.OwnName, Only(made, "partitionKey", "paths")))
            .ShouldBe(Containers.All.Select(known => (known.Name, known.PartitionKeyPath)), ignoreOrder: true);
    }

    [Fact]
    public async Task What_queries_may_name_is_indexed_and_nothing_else()
    {
        var template = await bicep.DevAsync();

        foreach (var known in Containers.All)
        {
            var made = template.Of(Container).Single(made => made.OwnName == known.Name);
            Paths(made, "includedPaths").ShouldBe(ContainerDesign.IncludedPaths(known), ignoreOrder: true, known.Name);
            Paths(made, "excludedPaths").ShouldBe([ContainerDesign.ExcludedPath], known.Name);
        }
    }

    [Fact]
    public async Task A_document_lives_as_long_as_it_says_itself()
    {
        var template = await bicep.DevAsync();

        template
            .Of(Container)
            .ShouldAllBe(made => made.Property("resource").GetProperty("defaultTtl").GetInt32() == -1);
    }

    [Fact]
    public async Task Keys_are_off_reads_are_never_stale_and_every_second_can_be_restored()
    {
        foreach (var template in new[] { await bicep.DevAsync(), await bicep.ProdAsync() })
        {
            var account = template.One(Account);
            account.Property("disableLocalAuth").GetBoolean().ShouldBeTrue();
            account.Property("consistencyPolicy", "defaultConsistencyLevel").GetString().ShouldBe("Strong");
            account.Property("minimalTlsVersion").GetString().ShouldBe("Tls12");
            account.Property("backupPolicy", "type").GetString().ShouldBe("Continuous");
        }
    }

    [Fact]
    public async Task It_is_paid_by_operation_or_by_a_maximum_as_the_parameters_say()
    {
        var dev = await bicep.DevAsync();
        var prod = await bicep.ProdAsync();

        dev.One(Account).Property("capabilities")[0].GetProperty("name").GetString().ShouldBe("EnableServerless");
        dev.One(Account + "/sqlDatabases").Property("options").EnumerateObject().ShouldBeEmpty();
        prod.One(Account).Property("capabilities").EnumerateArray().ShouldBeEmpty();
        prod.One(Account + "/sqlDatabases")
            .Property("options", "autoscaleSettings", "maxThroughput")
            .GetInt32()
            .ShouldBeGreaterThanOrEqualTo(1000);
    }

    [Fact]
    public async Task What_cannot_be_made_again_is_locked_where_it_is_in_earnest()
    {
        var dev = await bicep.DevAsync();
        var prod = await bicep.ProdAsync();

        dev.Of("Microsoft.Authorization/locks").ShouldBeEmpty();
        prod.Of("Microsoft.Authorization/locks")
            .Select(held => held.Id.Split("/providers/")[^2].Split('/')[0])
            .ShouldBe(["Microsoft.DocumentDB", "Microsoft.KeyVault"], ignoreOrder: true);
        prod.One("Microsoft.KeyVault/vaults").Property("enablePurgeProtection").GetBoolean().ShouldBeTrue();
    }

    private static string Only(Resource made, params string[] path) =>
        made.Property(["resource", .. path]).EnumerateArray().ShouldHaveSingleItem().GetString()!;

    private static IEnumerable<string> Paths(Resource made, string which) =>
        made.Property("resource", "indexingPolicy", which)
            .EnumerateArray()
            .Select(path => path.GetProperty("path").GetString()!);
}
