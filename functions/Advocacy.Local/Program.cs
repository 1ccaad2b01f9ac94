return await Advocacy.Local.Commands.CommandLine.RunAsync(args);
