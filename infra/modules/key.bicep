// A key of the installation's own. Drawn when it is not there yet and never again: a second deployment changes nothing.
@description('The vault.')
param vaultName string

@description('Name of the secret.')
param name string

@description('Left to its default: two random numbers of 122 bits.')
@secure()
param first string = newGuid()

@description('Left to its default.')
@secure()
param second string = newGuid()

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' existing = {
  name: vaultName
}

@onlyIfNotExists()
resource key 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = {
  parent: vault
  name: name
  properties: { value: base64('${first}${second}'), contentType: 'base64, 72 bytes' }
}
