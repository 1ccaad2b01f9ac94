// Compiled in the deploy build only: see functions/StandIns/README.md.
using Advocacy;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddAdvocacy(builder.Configuration);
builder.Build().Run();
