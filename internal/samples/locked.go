package samples

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strings"
)

// lockSpins is how often the password is hashed. Excel takes 100,000; here nobody has to be kept out.
const lockSpins = 1000

// lock encrypts a package as Excel does (agile encryption, MS-OFFCRYPTO 2.3.4.10 to 2.3.4.15: AES-256, SHA-512).
func lock(data []byte, password string) []byte {
	r := newRNG(seedOf(password))
	bytes := func(n int) []byte {
		b := make([]byte, n)
		for i := range b {
			b[i] = byte(r.next())
		}
		return b
	}
	salt, keySalt, key, input, macKey := bytes(16), bytes(16), bytes(32), bytes(16), bytes(64)
	verifier := sha512.Sum512(input)
	secret := func(purpose string, data []byte) string {
		return base64.StdEncoding.EncodeToString(cbc(passwordKey(salt, password, purpose), salt, data))
	}
	sealed := func(purpose string, data []byte) string {
		return base64.StdEncoding.EncodeToString(cbc(key, hashOf(keySalt, []byte(purpose))[:16], data))
	}
	pack := binary.LittleEndian.AppendUint64(nil, uint64(len(data)))
	for i := 0; len(data) > 0; i++ {
		n := min(4096, len(data))
		pack = append(pack, cbc(key, hashOf(keySalt, le(uint32(i)))[:16], data[:n])...)
		data = data[n:]
	}
	mac := hmac.New(sha512.New, macKey)
	mac.Write(pack)
	const way = `saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="%s"`
	b64 := base64.StdEncoding.EncodeToString
	info := xmlHead + `<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password">` +
		fmt.Sprintf(`<keyData `+way+`/>`, b64(keySalt)) +
		fmt.Sprintf(`<dataIntegrity encryptedHmacKey="%s" encryptedHmacValue="%s"/>`, sealed("\x5f\xb2\xad\x01\x0c\xb9\xe1\xf6", macKey), sealed("\xa0\x67\x7f\x02\xb2\x2c\x84\x33", mac.Sum(nil))) +
		`<keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password">` +
		fmt.Sprintf(`<p:encryptedKey spinCount="%d" `+way, lockSpins, b64(salt)) +
		fmt.Sprintf(` encryptedVerifierHashInput="%s" encryptedVerifierHashValue="%s" encryptedKeyValue="%s"/>`,
			secret("\xfe\xa7\xd2\x76\x3b\x4b\x9e\x79", input), secret("\xd7\xaa\x0f\x6d\x30\x61\x34\x4e", verifier[:]), secret("\x14\x6e\x0b\xe7\xab\xac\xd0\xd6", key)) +
		`</keyEncryptor></keyEncryptors></encryption>`
	head := le(uint16(4), uint16(4), uint32(0x40))
	info += strings.Repeat(" ", max(0, miniLimit-len(head)-len(info)))
	return compound([]stream{{"EncryptionInfo", append(head, info...)}, {"EncryptedPackage", pack}})
}

// passwordKey is the key that a password gives for one purpose.
func passwordKey(salt []byte, password, purpose string) []byte {
	h := hashOf(salt, utf16le(password))
	for i := range lockSpins {
		h = hashOf(le(uint32(i)), h)
	}
	return hashOf(h, []byte(purpose))[:32]
}

func hashOf(a, b []byte) []byte {
	h := sha512.Sum512(append(a[:len(a):len(a)], b...))
	return h[:]
}

// cbc encrypts, padded with zeros to a block.
func cbc(key, iv, data []byte) []byte {
	out := append([]byte{}, data...)
	for len(out)%aes.BlockSize != 0 {
		out = append(out, 0)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err) // the keys are ours
	}
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(out, out)
	return out
}

// SamplePassword opens the samples that need a password.
const SamplePassword = "ひなた#2026"

// lockedBooks are encrypted workbooks: one that opens for anyone, since Excel knows its password, and one that does not.
func lockedBooks() []folder {
	v := newVariant("default-password", "作業").count("作業")
	anyone := v.want("Excelが自分で開けるパスワードの暗号化（VelvetSweatshop）", "encrypted with the password that Excel tries by itself")
	f := newVariant("password", "作業").count("作業")
	return []folder{
		one("variants/default-password", "book.xlsx", lock(v.b.bytes(), "VelvetSweatshop"), anyone),
		one("variants/password", "book.xlsx", lock(f.b.bytes(), SamplePassword), Case{
			Words: Words{"パスワードのかかったブック", "a workbook with a password"}, Verdict: "unread", Exit: ptr(3),
			Clean: &Clean{Args: []string{}, Exit: ptr(3), Gone: []string{}, Kept: []string{}},
		}),
	}
}
