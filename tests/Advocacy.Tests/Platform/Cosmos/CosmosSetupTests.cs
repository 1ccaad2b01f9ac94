using Advocacy.Platform.Cosmos;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform.Cosmos.Gateway;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform.Cosmos;

/// <summary>What the check at start finds, on an account in Azure that is reached with an identity.</summary>
public sealed class CosmosSetupTests : IDisposable
{
    private readonly CosmosOptions _options = new() { Endpoint = "https://name.documents.azure.com/" };
    private readonly List<IDisposable> _open = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _open.ForEach(one => one.Dispose());

    [Fact]
    public async Task An_account_as_designed_passes()
    {
        var account = Account();
        Add(account, Containers.All);

        await CheckAsync(account);
    }

    [Fact]
    public async Task A_missing_database_is_all_containers_missing()
    {
        var error = await Should.ThrowAsync<CosmosStoreException>(() => CheckAsync(Account()));

        error.Message.ShouldContain("'advocacy' at https://name.documents.azure.com/");
        error.Message.ShouldContain("'posts' is missing; 'sources' is missing");
        error.Message.ShouldContain("Deploy infra/");
    }

    [Fact]
    public async Task Each_missing_container_is_named()
    {
        var account = Account();
        Add(account, Containers.All.Where(one => one.Name is not ("consents" or "failures")));

        var error = await Should.ThrowAsync<CosmosStoreException>(() => CheckAsync(account));

        error.Message.ShouldContain("'consents' is missing; 'failures' is missing.");
    }

    [Fact]
    public async Task A_container_that_is_set_up_otherwise_is_named_with_all_that_is_wrong()
    {
        var account = Account();
        Add(account, Containers.All.Where(one => one.Name != "deliveries"));
        account.AddContainer(
            "advocacy",
            ContainerJson.Of(new Container("deliveries", "/id", "editionId"), defaultTtl: null)
        );

        var error = await Should.ThrowAsync<CosmosStoreException>(() => CheckAsync(account));

        error.Message.ShouldContain("'deliveries' is partitioned by /id instead of /employeeId");
        error.Message.ShouldContain("'deliveries' has the default ttl '' instead of -1");
        error.Message.ShouldContain("'deliveries' does not index /employeeId/?, /state/?");
    }

    [Theory]
    [InlineData("Session")]
    [InlineData("ConsistentPrefix")]
    [InlineData("Eventual")]
    public async Task An_account_on_which_one_instance_may_miss_what_another_wrote_is_refused(string consistency)
    {
        var account = Account(consistency);
        Add(account, Containers.All);

        var error = await Should.ThrowAsync<CosmosStoreException>(() => CheckAsync(account));

        error.Message.ShouldContain($"default consistency {consistency}");
        error.Message.ShouldContain("it takes Strong (one region) or BoundedStaleness");
    }

    [Fact]
    public async Task An_account_that_does_not_answer_is_said()
    {
        using var handler = new GatewayHandler(Account());
        handler.Faults.IsDown = true;

        var error = await Should.ThrowAsync<CosmosStoreException>(() => CheckAsync(handler));

        error.Message.ShouldContain("The Cosmos DB account at https://name.documents.azure.com/ cannot be used");
    }

    [Fact]
    public async Task A_missing_identity_is_said()
    {
        using var handler = new GatewayHandler(Account());

        var error = await Should.ThrowAsync<CosmosStoreException>(() => CheckAsync(handler, new OurIdentity(false)));

        error.Message.ShouldContain("there is no identity to sign in with");
        error.Message.ShouldContain("AZURE_CLIENT_ID");
    }

    [Fact]
    public async Task Creating_twice_changes_nothing()
    {
        using var server = await GatewayServer.StartAsync(new FakeTimeProvider(), cancellationToken: Cancel);
        var before = server.Account.Container("advocacy", "posts");

        await new CosmosSetup(server.Client, server.Options).CheckAsync(Cancel);

        server.Account.Container("advocacy", "posts").ShouldBeSameAs(before);
    }

    [Fact]
    public void Queries_find_everything_that_they_compare_indexed()
    {
        ContainerDesign
            .IncludedPaths(Containers.Posts)
            .ShouldBe(["/type/?", "/status/?", "/publishedAt/?", "/suggestedBy/?"]);
        ContainerDesign.IncludedPaths(Containers.Consents).ShouldBe(["/type/?", "/employeeId/?"]);
        ContainerDesign
            .IncludedPaths(Containers.Deliveries)
            .ShouldBe(["/type/?", "/employeeId/?", "/state/?", "/editionId/?"]);
        ContainerDesign.IncludedPaths(Containers.Insights).ShouldBe(["/type/?", "/week/?"]);
        ContainerDesign.IncludedPaths(Containers.Programme).ShouldBe(["/type/?"]);
    }

    private GatewayAccount Account(string consistency = "Strong") =>
        new(new Uri(_options.Endpoint), new FakeTimeProvider(), ranges: 1, consistency);

    private static void Add(GatewayAccount account, IEnumerable<Container> containers)
    {
        account.AddDatabase("advocacy");
        foreach (var container in containers)
        {
            account.AddContainer("advocacy", ContainerJson.Of(container, ContainerDesign.DefaultTtl)).ShouldNotBeNull();
        }
    }

    private async Task CheckAsync(GatewayAccount account)
    {
        var handler = new GatewayHandler(account);
        _open.Add(handler);
        await CheckAsync(handler);
        handler.Tokens.ShouldNotBeEmpty();
        handler.Tokens.ShouldAllBe(token => token.Contains("ours", StringComparison.Ordinal));
    }

    private async Task CheckAsync(GatewayHandler handler, TokenCredential? identity = null)
    {
        using var http = new HttpClient(handler, disposeHandler: false);
        using var client = CosmosClients.Create(_options, identity ?? new OurIdentity(true), () => http);
        await new CosmosSetup(client, _options).CheckAsync(Cancel);
    }

    private sealed class OurIdentity(bool exists) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            exists
                ? new("ours", DateTimeOffset.MaxValue)
                : throw new CredentialUnavailableException("Nobody is signed in.");

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
