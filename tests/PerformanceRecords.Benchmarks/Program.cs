Console.Error.WriteLine("usage: generate | pages | sync");
return 2;
